<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>{0} of {1} px</source>
        <translation>{0} / {1} px</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>{0}, fading in {1} %</source>
        <translation>{0}，已淡入 {1} %</translation>
    </message>
    <message>
        <source>{0}, fully grown</source>
        <translation>{0}，已完全长成</translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>About GAN Studio</source>
        <translation>关于 GAN Studio</translation>
    </message>
    <message>
        <source>Trains generative adversarial networks on your own pictures, live.</source>
        <translation>用您自己的图片实时训练生成对抗网络。</translation>
    </message>
    <message>
        <source>PyTorch is being loaded</source>
        <translation>正在加载 PyTorch</translation>
    </message>
    <message>
        <source>Trains on: {0}</source>
        <translation>训练设备：{0}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Return</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>Press the control that has the focus; Space does so while nothing trains</source>
        <translation>按下当前有焦点的控件；没有训练时空格键也可以</translation>
    </message>
    <message>
        <source>&amp;Open folder...</source>
        <translation>打开文件夹(&amp;O)...</translation>
    </message>
    <message>
        <source>Open a folder of pictures, or a run</source>
        <translation>打开图片文件夹或一次运行</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>最近打开(&amp;C)</translation>
    </message>
    <message>
        <source>Use the &amp;sample set</source>
        <translation>使用示例图片(&amp;S)</translation>
    </message>
    <message>
        <source>Take the built-in pictures</source>
        <translation>使用内置的图片</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>新建运行(&amp;N)</translation>
    </message>
    <message>
        <source>Choose pictures and a recipe</source>
        <translation>选择图片和配方</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>导出(&amp;E)...</translation>
    </message>
    <message>
        <source>Take pictures away</source>
        <translation>导出图片</translation>
    </message>
    <message>
        <source>Export the net&amp;work...</source>
        <translation>导出网络(&amp;W)...</translation>
    </message>
    <message>
        <source>For other programs: .safetensors, .pt2 or .onnx</source>
        <translation>供其他程序使用：.safetensors、.pt2 或 .onnx</translation>
    </message>
    <message>
        <source>Save f&amp;ilm...</source>
        <translation>保存影片(&amp;I)...</translation>
    </message>
    <message>
        <source>How the pictures of the run came about, as a film</source>
        <translation>以影片展示这次运行的图片是怎样形成的</translation>
    </message>
    <message>
        <source>Show the run&apos;s &amp;folder</source>
        <translation>显示运行的文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the folder of the run on show</source>
        <translation>打开当前运行所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close GAN Studio</source>
        <translation>关闭 GAN Studio</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>撤销上一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>重做刚撤销的更改</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the picture or the text that was chosen</source>
        <translation>复制选中的图片或文字</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始(&amp;S)</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>&amp;Pause or go on</source>
        <translation>暂停或继续(&amp;P)</translation>
    </message>
    <message>
        <source>Pause training, and go on</source>
        <translation>暂停训练，再次按下则继续</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Save and end the run</source>
        <translation>保存并结束运行</translation>
    </message>
    <message>
        <source>Save &amp;now</source>
        <translation>立即保存(&amp;N)</translation>
    </message>
    <message>
        <source>Write a checkpoint now</source>
        <translation>立即写入检查点</translation>
    </message>
    <message>
        <source>S&amp;ample now</source>
        <translation>立即采样(&amp;A)</translation>
    </message>
    <message>
        <source>Draw a grid of samples now</source>
        <translation>立即绘制一组样本</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>The page Train</source>
        <translation>“训练”页面</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>探索(&amp;E)</translation>
    </message>
    <message>
        <source>The page Explore</source>
        <translation>“探索”页面</translation>
    </message>
    <message>
        <source>T&amp;ranslate</source>
        <translation>转换(&amp;R)</translation>
    </message>
    <message>
        <source>The page Translate</source>
        <translation>“转换”页面</translation>
    </message>
    <message>
        <source>E&amp;nhance</source>
        <translation>增强(&amp;N)</translation>
    </message>
    <message>
        <source>The page Enhance</source>
        <translation>“增强”页面</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>运行(&amp;U)</translation>
    </message>
    <message>
        <source>The page Runs</source>
        <translation>“运行”页面</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>Colours, folders, closing</source>
        <translation>颜色、文件夹、关闭方式</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>切换全屏</translation>
    </message>
    <message>
        <source>&amp;Keys and first steps</source>
        <translation>快捷键与入门(&amp;K)</translation>
    </message>
    <message>
        <source>Keys and first steps</source>
        <translation>快捷键与入门</translation>
    </message>
    <message>
        <source>&amp;About GAN Studio</source>
        <translation>关于 GAN Studio(&amp;A)</translation>
    </message>
    <message>
        <source>Version and device</source>
        <translation>版本与设备</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>No run was opened yet</source>
        <translation>尚未打开过运行</translation>
    </message>
</context>
<context>
    <name>AutoCard</name>
    <message>
        <source>Choose myself…</source>
        <translation>自己选择…</translation>
    </message>
    <message>
        <source>Every kind of GAN, and all of its settings</source>
        <translation>所有种类的 GAN 及其全部设置</translation>
    </message>
</context>
<context>
    <name>AutoColumn</name>
    <message>
        <source>Leave it to Auto</source>
        <translation>交给“自动”</translation>
    </message>
    <message>
        <source>Show one sentence instead</source>
        <translation>改为只显示一句话</translation>
    </message>
    <message>
        <source>Drop pictures on the left, and this says what it would choose for them.</source>
        <translation>把图片拖到左侧，这里会说明将为它们选择什么。</translation>
    </message>
    <message>
        <source>It looks at how many there are, how large they are, and what this computer can do.</source>
        <translation>它会考虑图片的数量、大小以及这台电脑的能力。</translation>
    </message>
    <message>
        <source>Auto picks what suits your pictures</source>
        <translation>“自动”会选择适合您图片的方案</translation>
    </message>
    <message>
        <source>pictures of up to {0} px</source>
        <translation>最大 {0} px 的图片</translation>
    </message>
    <message>
        <source>{0} px pictures</source>
        <translation>{0} px 的图片</translation>
    </message>
    <message>
        <source>{0} in {1} classes</source>
        <translation>{0}，共 {1} 类</translation>
    </message>
    <message>
        <source>Will learn {0} in about {1} hours</source>
        <translation>约 {1} 小时学会{0}</translation>
    </message>
    <message>
        <source>Will learn {0} in about {1} minutes</source>
        <translation>约 {1} 分钟学会{0}</translation>
    </message>
    <message>
        <source>Will learn {0}, for {1}</source>
        <translation>将学习{0}，时长 {1}</translation>
    </message>
    <message>
        <source>Will learn {0} until you stop it</source>
        <translation>将一直学习{0}，直到您停止</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Drag the divider, or move it with the arrow keys: before on the left, after on the right</source>
        <translation>拖动分隔线，或用方向键移动：左边是之前，右边是之后</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>之前与之后</translation>
    </message>
</context>
<context>
    <name>BeforeStart</name>
    <message>
        <source>{0} is training. Stop it before the next run starts, or add this one to the queue.</source>
        <translation>{0} 正在训练。请先停止它再开始下一次运行，或把这一次加入队列。</translation>
    </message>
</context>
<context>
    <name>Below</name>
    <message>
        <source>{0} lacks the name of a folder.</source>
        <translation>{0} 缺少文件夹名称。</translation>
    </message>
    <message>
        <source>the folder {0} is named twice.</source>
        <translation>文件夹 {0} 出现了两次。</translation>
    </message>
    <message>
        <source>There is no device called {0}. There are auto, cpu, cuda, cuda:all, mps.</source>
        <translation>没有名为 {0} 的设备。可用：auto、cpu、cuda、cuda:all、mps。</translation>
    </message>
    <message>
        <source>All GPUs at once are for training; choose one, such as cuda:0, for this.</source>
        <translation>同时使用全部 GPU 仅用于训练；这里请选择一块，例如 cuda:0。</translation>
    </message>
    <message>
        <source>There is no CUDA device here. Choose --device cpu or auto.</source>
        <translation>这里没有 CUDA 设备。请选择 --device cpu 或 auto。</translation>
    </message>
    <message>
        <source>There is no {0} here, only {1} CUDA device(s).</source>
        <translation>这里没有 {0}，只有 {1} 个 CUDA 设备。</translation>
    </message>
    <message>
        <source>There is no Apple GPU (MPS) here. Choose --device cpu or auto.</source>
        <translation>这里没有 Apple GPU (MPS)。请选择 --device cpu 或 auto。</translation>
    </message>
    <message>
        <source>Name another folder for prepared images by `ganstudio --cache FOLDER ...`, or in the settings.</source>
        <translation>请用 `ganstudio --cache FOLDER ...` 或在设置中指定另一个存放已准备图片的文件夹。</translation>
    </message>
    <message>
        <source>it names none</source>
        <translation>它没有指明</translation>
    </message>
    <message>
        <source>not an event ({0}): {1}</source>
        <translation>不是事件（{0}）：{1}</translation>
    </message>
    <message>
        <source>{0} could not be written while {1}: {2}.</source>
        <translation>无法写入 {0}（{1}）：{2}。</translation>
    </message>
    <message>
        <source>The disk is full{0} while {1}{2}. Free some space.</source>
        <translation>磁盘已满{0}（{1}）{2}。请腾出空间。</translation>
    </message>
    <message>
        <source>{0} may not be written to while {1}. Choose another folder or change its permissions.</source>
        <translation>没有写入 {0} 的权限（{1}）。请选择其他文件夹或更改其权限。</translation>
    </message>
    <message>
        <source>{0} is gone, or its disk is, while {1}. Bring it back, or choose another.</source>
        <translation>{0} 或其所在磁盘已不存在（{1}）。请恢复它，或选择其他位置。</translation>
    </message>
    <message>
        <source>This generator takes latents of {0} numbers, not {1}.</source>
        <translation>此生成器接受 {0} 个数的潜向量，而不是 {1} 个。</translation>
    </message>
    <message>
        <source>This generator knows {0} classes; a label is outside.</source>
        <translation>此生成器有 {0} 个类别；某个标签超出范围。</translation>
    </message>
    <message>
        <source>{0} ({1}, compute capability {2}.{3}, driver {4})</source>
        <translation>{0}（{1}，计算能力 {2}.{3}，驱动 {4}）</translation>
    </message>
    <message>
        <source>driver {0} or newer takes the current ones</source>
        <translation>驱动 {0} 或更新版本可用当前版本</translation>
    </message>
    <message>
        <source>newer ones do not know this card</source>
        <translation>更新的版本不支持这块显卡</translation>
    </message>
    <message>
        <source>only builds up to PyTorch 2.14 fit: {0}</source>
        <translation>只有 PyTorch 2.14 及以前的版本适用：{0}</translation>
    </message>
    <message>
        <source>its driver is too old for every current PyTorch: install {0} or newer</source>
        <translation>其驱动对所有当前的 PyTorch 都太旧：请安装 {0} 或更新版本</translation>
    </message>
    <message>
        <source>no current PyTorch can use a card this old</source>
        <translation>当前的 PyTorch 都不支持这么旧的显卡</translation>
    </message>
    <message>
        <source>process {0} on {1} beat {2}</source>
        <translation>{1} 上的进程 {0}，最近活动 {2}</translation>
    </message>
    <message>
        <source>a training run: the pictures in it are its own</source>
        <translation>训练运行：其中的图片属于它自己</translation>
    </message>
    <message>
        <source>unreadable: locked with a password</source>
        <translation>无法读取：有密码保护</translation>
    </message>
    <message>
        <source>not an image: a link</source>
        <translation>不是图片：链接</translation>
    </message>
    <message>
        <source>too large: unpacks to {0} times its size</source>
        <translation>太大：解压后是原来的 {0} 倍</translation>
    </message>
    <message>
        <source>not an image: a pipe, a socket or a device</source>
        <translation>不是图片：管道、套接字或设备</translation>
    </message>
    <message>
        <source>too large: unpacks to {0} MB{1}</source>
        <translation>太大：解压后为 {0} MB{1}</translation>
    </message>
    <message>
        <source>not an image: an archive inside an archive</source>
        <translation>不是图片：压缩包中的压缩包</translation>
    </message>
    <message>
        <source>: unpack the archive first, beside it there is no limit</source>
        <translation>：请先解压，解压后没有此限制</translation>
    </message>
    <message>
        <source>unpacks to over {0} GB</source>
        <translation>解压后超过 {0} GB</translation>
    </message>
    <message>
        <source>unreadable: its permissions forbid opening it</source>
        <translation>无法读取：权限不允许打开</translation>
    </message>
    <message>
        <source>unreadable: a damaged archive ({0})</source>
        <translation>无法读取：压缩包已损坏（{0}）</translation>
    </message>
    <message>
        <source>The prepared images in {0} were cut short. Start again to prepare them anew.</source>
        <translation>{0} 中已准备的图片不完整。请再次开始以重新准备。</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>手动排除</translation>
    </message>
    <message>
        <source>{0}: the folder {1}</source>
        <translation>{0}：文件夹 {1}</translation>
    </message>
    <message>
        <source>{0} holds no usable images: all {1} files were left out (the first: {2}). Choose a folder with JPEG, PNG or other pictures in it.</source>
        <translation>{0} 中没有可用的图片：全部 {1} 个文件都被排除（第一个：{2}）。请选择含有 JPEG、PNG 或其他图片的文件夹。</translation>
    </message>
    <message>
        <source>{0} duplicate of {1}</source>
        <translation>{0}与 {1} 重复</translation>
    </message>
    <message>
        <source>{0} holds no images. Choose a folder with JPEG, PNG or other pictures in it.</source>
        <translation>{0} 中没有图片。请选择含有 JPEG、PNG 或其他图片的文件夹。</translation>
    </message>
    <message>
        <source>{0} holds no usable images ({1}). Choose a folder with JPEG, PNG or other pictures in it.</source>
        <translation>{0} 中没有可用的图片（{1}）。请选择含有 JPEG、PNG 或其他图片的文件夹。</translation>
    </message>
    <message>
        <source>lies in no class folder</source>
        <translation>不在任何类别文件夹中</translation>
    </message>
    <message>
        <source>with more bands than colours: the first three are red, green and blue, or the first is grey.</source>
        <translation>的通道多于颜色：前三个为红、绿、蓝，或第一个为灰度。</translation>
    </message>
    <message>
        <source>with more pictures than the first, which alone is used.</source>
        <translation>含有多张图片，只用第一张。</translation>
    </message>
    <message>
        <source>without transparency: they are learned as if it were theirs to be opaque; rgb is faster if all are.</source>
        <translation>没有透明度：会当作不透明来学习；若全部如此，rgb 更快。</translation>
    </message>
    <message>
        <source>of EMNIST stood upright: they are stored on their side.</source>
        <translation>来自 EMNIST，已摆正：它们原本横着存储。</translation>
    </message>
    <message>
        <source>{0} turned from other colours ({1}) into sRGB.</source>
        <translation>{0} 张已从其他色彩空间（{1}）转换为 sRGB。</translation>
    </message>
    <message>
        <source>{0} of more than 8 bits: {1} is black, {2} is white.</source>
        <translation>{0} 张超过 8 位：{1} 为黑，{2} 为白。</translation>
    </message>
    <message>
        <source>The class {0} has only 1 image: all that can be learnt of it is to draw it again.</source>
        <translation>类别 {0} 只有 1 张图片：只能学会照样再画一遍。</translation>
    </message>
    <message>
        <source>Only 1 image: all that can be learnt from it is to draw it again.</source>
        <translation>只有 1 张图片：只能学会照样再画一遍。</translation>
    </message>
    <message>
        <source>All pictures are grey: learn in grey to be faster.</source>
        <translation>所有图片都是灰度：以灰度学习会更快。</translation>
    </message>
    <message>
        <source>Most pictures are smaller than {0} px and are enlarged: a lower resolution is honest.</source>
        <translation>大多数图片小于 {0} px，会被放大：使用较低的分辨率更实在。</translation>
    </message>
    <message>
        <source>{0} are read as one set: they are parts of one data set, not classes.</source>
        <translation>{0} 作为一个整体读取：它们是同一数据集的部分，而不是类别。</translation>
    </message>
    <message>
        <source>There are no subfolders, so there are no classes: put each class into a folder of its own.</source>
        <translation>没有子文件夹，因此没有类别：请把每一类放在各自的文件夹中。</translation>
    </message>
    <message>
        <source>There is only one class, {0}: labels change nothing.</source>
        <translation>只有一个类别 {0}：标签不起作用。</translation>
    </message>
    <message>
        <source>{0} have only 1 image each: all that can be learnt of them is to draw it again.</source>
        <translation>{0} 各只有 1 张图片：只能学会照样再画一遍。</translation>
    </message>
    <message>
        <source>Only {0} images: expect copies of them. A few hundred give the generator room to invent.</source>
        <translation>只有 {0} 张图片：可能会出现复制品。几百张才能给生成器创造的空间。</translation>
    </message>
    <message>
        <source>truncated: the file ends before its pictures do</source>
        <translation>不完整：文件在图片之前就结束</translation>
    </message>
    <message>
        <source>shorter than it announces</source>
        <translation>比声明的短</translation>
    </message>
    <message>
        <source>a profile without a name</source>
        <translation>未命名的配置文件</translation>
    </message>
    <message>
        <source>unreadable: a damaged array</source>
        <translation>无法读取：数组已损坏</translation>
    </message>
    <message>
        <source>{0} MB to read</source>
        <translation>需读取 {0} MB</translation>
    </message>
    <message>
        <source>too large: {0} x {1} px, at most {2} million pixels can be read</source>
        <translation>太大：{0} x {1} px，最多可读 {2} 百万像素</translation>
    </message>
    <message>
        <source>unreadable: the file is damaged</source>
        <translation>无法读取：文件已损坏</translation>
    </message>
    <message>
        <source>not an image: its bytes are of no known kind</source>
        <translation>不是图片：内容不属于任何已知类型</translation>
    </message>
    <message>
        <source> ({0} x {1} bits, packed as {2}, colours as {3})</source>
        <translation> （{0} x {1} 位，打包方式 {2}，颜色方式 {3}）</translation>
    </message>
    <message>
        <source>too large: more than {0} million pixels</source>
        <translation>太大：超过 {0} 百万像素</translation>
    </message>
    <message>
        <source>truncated: the file ends before the picture does</source>
        <translation>不完整：文件在图片之前就结束</translation>
    </message>
    <message>
        <source>truncated: the file is empty</source>
        <translation>不完整：文件为空</translation>
    </message>
    <message>
        <source>not an image: {0}</source>
        <translation>不是图片：{0}</translation>
    </message>
    <message>
        <source>unreadable: a TIFF of a kind that is not read here{0}; save it as PNG</source>
        <translation>无法读取：此处不支持的 TIFF{0}；请另存为 PNG</translation>
    </message>
    <message>
        <source>too large: {0} frames of {1} x {2} px</source>
        <translation>太大：{0} 帧 {1} x {2} px</translation>
    </message>
    <message>
        <source>too small: {0} x {1} px, the smallest side that is used is {2} px</source>
        <translation>太小：{0} x {1} px，可用的最小边为 {2} px</translation>
    </message>
    <message>
        <source>too large: it takes over {0}</source>
        <translation>太大：占用超过 {0}</translation>
    </message>
    <message>
        <source>not enough image data</source>
        <translation>图像数据不足</translation>
    </message>
    <message>
        <source>unreadable: it vanished</source>
        <translation>无法读取：文件已消失</translation>
    </message>
    <message>
        <source>unreadable: no picture</source>
        <translation>无法读取：没有图片</translation>
    </message>
    <message>
        <source>not here: the place of a picture that a cloud folder did not download; open it once, or keep it offline</source>
        <translation>不在此处：云文件夹未下载的占位文件；请打开一次，或设为离线可用</translation>
    </message>
    <message>
        <source>not an image: only zeros, as cloud folders and broken copies leave behind</source>
        <translation>不是图片：全是零，常由云文件夹或损坏的复制留下</translation>
    </message>
    <message>
        <source>a JPEG XL picture: save it as PNG or JPEG</source>
        <translation>JPEG XL 图片：请另存为 PNG 或 JPEG</translation>
    </message>
    <message>
        <source>a PostScript drawing</source>
        <translation>PostScript 图形</translation>
    </message>
    <message>
        <source>a Git LFS pointer, the picture itself was not downloaded</source>
        <translation>Git LFS 指针，图片本身未下载</translation>
    </message>
    <message>
        <source>an XML text or SVG drawing</source>
        <translation>XML 文本或 SVG 图形</translation>
    </message>
    <message>
        <source>an archive or office document</source>
        <translation>压缩包或办公文档</translation>
    </message>
    <message>
        <source>a file packed with gzip, which holds no pictures that can be read</source>
        <translation>gzip 文件，其中没有可读的图片</translation>
    </message>
    <message>
        <source>a file packed with bzip2, which holds no pictures that can be read</source>
        <translation>bzip2 文件，其中没有可读的图片</translation>
    </message>
    <message>
        <source>a file packed with xz, which holds no pictures that can be read</source>
        <translation>xz 文件，其中没有可读的图片</translation>
    </message>
    <message>
        <source>a 7z archive: unpack it first</source>
        <translation>7z 压缩包：请先解压</translation>
    </message>
    <message>
        <source>a RAR archive: unpack it first</source>
        <translation>RAR 压缩包：请先解压</translation>
    </message>
    <message>
        <source>a file packed with zstd: unpack it first</source>
        <translation>zstd 文件：请先解压</translation>
    </message>
    <message>
        <source>an HDF5 file: save its pictures as .npy or PNG</source>
        <translation>HDF5 文件：请把其中的图片存为 .npy 或 PNG</translation>
    </message>
    <message>
        <source>a MATLAB file: save its pictures as .npy or PNG</source>
        <translation>MATLAB 文件：请把其中的图片存为 .npy 或 PNG</translation>
    </message>
    <message>
        <source>a FITS file: save it as TIFF</source>
        <translation>FITS 文件：请另存为 TIFF</translation>
    </message>
    <message>
        <source>a Python pickle, which is program code and is not opened</source>
        <translation>Python pickle，属于程序代码，不予打开</translation>
    </message>
    <message>
        <source>a property list, perhaps the place of a picture that a cloud folder did not download</source>
        <translation>属性列表，可能是云文件夹未下载的占位文件</translation>
    </message>
    <message>
        <source>a Radiance HDR picture: save it as TIFF</source>
        <translation>Radiance HDR 图片：请另存为 TIFF</translation>
    </message>
    <message>
        <source>an OpenEXR picture: save it as TIFF</source>
        <translation>OpenEXR 图片：请另存为 TIFF</translation>
    </message>
    <message>
        <source>a video, which needs PyAV: {0}</source>
        <translation>视频，需要 PyAV：{0}</translation>
    </message>
    <message>
        <source>a video leads to no other file here</source>
        <translation>视频在此不指向其他文件</translation>
    </message>
    <message>
        <source>too large: a video of {0} x {1} px</source>
        <translation>太大：{0} x {1} px 的视频</translation>
    </message>
    <message>
        <source>not an image: a video in a form that PyAV cannot decode</source>
        <translation>不是图片：PyAV 无法解码的视频</translation>
    </message>
    <message>
        <source>not an image: a video without pictures</source>
        <translation>不是图片：没有画面的视频</translation>
    </message>
    <message>
        <source>truncated: the video ends before this frame</source>
        <translation>不完整：视频在此帧之前结束</translation>
    </message>
    <message>
        <source>not an image: a video without frames</source>
        <translation>不是图片：没有帧的视频</translation>
    </message>
    <message>
        <source>unreadable: a video that is damaged, or ends before it begins</source>
        <translation>无法读取：视频已损坏，或在开始之前就结束</translation>
    </message>
    <message>
        <source>unreadable: the video is damaged here</source>
        <translation>无法读取：视频在此处损坏</translation>
    </message>
    <message>
        <source>not an image: an IDX file without images</source>
        <translation>不是图片：没有图片的 IDX 文件</translation>
    </message>
    <message>
        <source>announces more than it holds</source>
        <translation>声明的内容多于实际</translation>
    </message>
    <message>
        <source>not an IDX file of bytes</source>
        <translation>不是字节型 IDX 文件</translation>
    </message>
    <message>
        <source>unreadable: a damaged IDX file</source>
        <translation>无法读取：IDX 文件已损坏</translation>
    </message>
    <message>
        <source>too slow: reading it takes more than {0} seconds of the processor</source>
        <translation>太慢：读取需要超过 {0} 秒的处理器时间</translation>
    </message>
    <message>
        <source>too large: reading it takes more than {0} GB of memory</source>
        <translation>太大：读取需要超过 {0} GB 内存</translation>
    </message>
    <message>
        <source>unreadable: reading it took longer than {0} seconds</source>
        <translation>无法读取：读取超过 {0} 秒</translation>
    </message>
    <message>
        <source>unreadable: reading it crashed the decoder</source>
        <translation>无法读取：读取使解码器崩溃</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>not an image: an array of Python objects, which are program code</source>
        <translation>不是图片：Python 对象数组，属于程序代码</translation>
    </message>
    <message>
        <source>not an image: an array whose numbers are no pictures</source>
        <translation>不是图片：数组中的数不是图像</translation>
    </message>
    <message>
        <source>unreadable: its permissions</source>
        <translation>无法读取：权限</translation>
    </message>
    <message>
        <source>unreadable: reading it took longer</source>
        <translation>无法读取：读取耗时过长</translation>
    </message>
    <message>
        <source>No process for reading pictures could be started: {0}.</source>
        <translation>无法启动读取图片的进程：{0}。</translation>
    </message>
    <message>
        <source>it ended at once with status {0}</source>
        <translation>它立即以状态 {0} 结束</translation>
    </message>
    <message>
        <source>a video beside pictures: drop it alone to learn from its frames</source>
        <translation>图片旁的视频：单独拖入即可学习其中的帧</translation>
    </message>
    <message>
        <source>unreadable: {0}may not be opened, its permissions forbid it</source>
        <translation>无法读取：{0}权限不允许打开</translation>
    </message>
    <message>
        <source>unreadable: a link that leads nowhere</source>
        <translation>无法读取：指向空处的链接</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 及另外 {1} 个</translation>
    </message>
    <message>
        <source>There are no folders to look into. Drop a folder of images.</source>
        <translation>没有可查看的文件夹。请拖入图片文件夹。</translation>
    </message>
    <message>
        <source>{0} may not be opened. Change its permissions or choose another folder.</source>
        <translation>没有打开 {0} 的权限。请更改权限或选择其他文件夹。</translation>
    </message>
    <message>
        <source>{0} does not exist. Choose the folder again.</source>
        <translation>{0} 不存在。请重新选择文件夹。</translation>
    </message>
    <message>
        <source>the one dropped</source>
        <translation>拖入的那个</translation>
    </message>
    <message>
        <source>a link: the same folder as {0}</source>
        <translation>链接：与 {0} 是同一文件夹</translation>
    </message>
    <message>
        <source>a link: the same file as {0}</source>
        <translation>链接：与 {0} 是同一文件</translation>
    </message>
    <message>
        <source>Side {0} has {1} pictures and the other {2}: the few will be seen far more often.</source>
        <translation>{0} 侧有 {1} 张图片，另一侧有 {2} 张：少的一侧会被看到得多得多。</translation>
    </message>
    <message>
        <source>Pictures of side {0} are {1} times smaller: their blur will be learned as a style.</source>
        <translation>{0} 侧的图片小 {1} 倍：其模糊会被当作风格学去。</translation>
    </message>
    <message>
        <source>Side {0} is grey and side {1} has colours: those can only be invented on the way to {2}.</source>
        <translation>{0} 侧是灰度，{1} 侧有颜色：转换到 {2} 时颜色只能凭空想象。</translation>
    </message>
    <message>
        <source>Both sides are the same folder: there is nothing to translate.</source>
        <translation>两侧是同一个文件夹：没有可转换的内容。</translation>
    </message>
    <message>
        <source>Both sides share a folder: its pictures are on either side.</source>
        <translation>两侧共有一个文件夹：其图片同时出现在两侧。</translation>
    </message>
    <message>
        <source>Side {0} has a single picture: everything will be turned into that one.</source>
        <translation>{0} 侧只有一张图片：所有图片都会变成这一张。</translation>
    </message>
    <message>
        <source>Side {0} has only {1} pictures: results will look like these few.</source>
        <translation>{0} 侧只有 {1} 张图片：结果会像这寥寥几张。</translation>
    </message>
    <message>
        <source>unreadable: the archive is damaged here</source>
        <translation>无法读取：压缩包在此处损坏</translation>
    </message>
    <message>
        <source>The prepared images need {0} MB and {1} has {2} MB free. Free some space or choose a lower resolution. {3}</source>
        <translation>已准备的图片需要 {0} MB，而 {1} 只剩 {2} MB。请腾出空间或选择较低的分辨率。{3}</translation>
    </message>
    <message>
        <source>too many values</source>
        <translation>值太多</translation>
    </message>
    <message>
        <source>parts are missing</source>
        <translation>缺少部分内容</translation>
    </message>
    <message>
        <source>a part ends too early</source>
        <translation>某部分过早结束</translation>
    </message>
    <message>
        <source>a TIFF packed in a way (number {0}) that is not read for {1} bits</source>
        <translation>以编号 {0} 的方式打包的 TIFF，{1} 位时不支持</translation>
    </message>
    <message>
        <source>a video of {0} s has no frames from {1} s on</source>
        <translation>时长 {0} 秒的视频在 {1} 秒之后没有帧</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>内存不够</translation>
    </message>
    <message>
        <source>failed to allocate</source>
        <translation>分配失败</translation>
    </message>
    <message>
        <source>{0} has not enough memory for this: choose {1}, or {2}.</source>
        <translation>{0} 的内存不足：请选择{1}，或{2}。</translation>
    </message>
    <message>
        <source>a smaller batch or resolution</source>
        <translation>更小的批量或分辨率</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>关闭其他程序</translation>
    </message>
    <message>
        <source>without exception set</source>
        <translation>未设置异常</translation>
    </message>
    <message>
        <source>one that cannot be told</source>
        <translation>无法确定的一个</translation>
    </message>
    <message>
        <source>Of {0} processes that train together {1} ended unexpectedly.</source>
        <translation>共同训练的 {0} 个进程中，{1} 意外结束。</translation>
    </message>
    <message>
        <source>install it with `pip install &apos;ganstudio[{0}]&apos;`</source>
        <translation>请用 `pip install &apos;ganstudio[{0}]&apos;` 安装</translation>
    </message>
    <message>
        <source>this installed program came without; one from source has it with `pip install &apos;ganstudio[{0}]&apos;`</source>
        <translation>此安装版不含它；从源代码安装时可用 `pip install &apos;ganstudio[{0}]&apos;`</translation>
    </message>
    <message>
        <source>{0} is no part of GAN Studio that is started on its own.</source>
        <translation>{0} 不是 GAN Studio 中可单独启动的部分。</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels: 64, or 96x64 where they differ.</source>
        <translation>学习图片的宽和高，以像素计：64；宽高不同时如 96x64。</translation>
    </message>
    <message>
        <source>Images per step. More is steadier, fewer is faster per step and needs less memory.</source>
        <translation>每步的图片数。多则更稳，少则每步更快、所需内存更少。</translation>
    </message>
    <message>
        <source>{0} doubles its pictures, from a shorter side of 4 to 7 px: it works at {1} px, not at {2} px.</source>
        <translation>{0} 从短边 4 到 7 px 起逐次加倍：可用 {1} px，不能用 {2} px。</translation>
    </message>
    <message>
        <source>{0} learns classes, and there is {1}: put each class into a subfolder of its own.</source>
        <translation>{0} 需要类别，而这里{1}：请把每一类放在各自的子文件夹中。</translation>
    </message>
    <message>
        <source>EMA half-life</source>
        <translation>EMA 半衰期</translation>
    </message>
    <message>
        <source>{0} works at {1} px, not at {2} px.</source>
        <translation>{0} 可用 {1} px，不能用 {2} px。</translation>
    </message>
    <message>
        <source>{0} has no preset called {1}. It has: {2}.</source>
        <translation>{0} 没有名为 {1} 的预设。可用：{2}。</translation>
    </message>
    <message>
        <source>{0} has no setting called {1}. It has: {2}.</source>
        <translation>{0} 没有名为 {1} 的设置。可用：{2}。</translation>
    </message>
    <message>
        <source>What happens to pictures of another shape: cut the middle out, or what has the most edges, add borders, or stretch.</source>
        <translation>形状不同的图片如何处理：裁取中间、裁取边缘最多的部分、加边，或拉伸。</translation>
    </message>
    <message>
        <source>Learn in colour, in grey, or in colour with transparency (rgba).</source>
        <translation>以彩色、灰度，或带透明度的彩色 (rgba) 学习。</translation>
    </message>
    <message>
        <source>The colour under transparent parts and in added borders, as #rrggbb.</source>
        <translation>透明部分之下和所加边框的颜色，格式 #rrggbb。</translation>
    </message>
    <message>
        <source>Show each picture mirrored half of the time. Not for text or asymmetric things.</source>
        <translation>一半的时候以镜像显示图片。不适合文字或不对称的内容。</translation>
    </message>
    <message>
        <source>Subfolders are classes: each picture is labelled with its first folder&apos;s name.</source>
        <translation>子文件夹即类别：每张图片以其第一级文件夹名标注。</translation>
    </message>
    <message>
        <source>Show each class as often as any other, however few pictures it has.</source>
        <translation>无论图片多少，每个类别出现的次数都相同。</translation>
    </message>
    <message>
        <source>Which copies are left out: identical pictures, nearly identical ones too, or none.</source>
        <translation>排除哪些重复：完全相同的、近似的也排除，或都不排除。</translation>
    </message>
    <message>
        <source>The number that is black in pictures of more than 8 bits, where white is not 0.</source>
        <translation>超过 8 位的图片中代表黑色的数值（白不为 0 时）。</translation>
    </message>
    <message>
        <source>The number that is white in pictures of more than 8 bits: 4095 for 12 bits, 1 for fractions. 0: the range that the whole set needs.</source>
        <translation>超过 8 位的图片中代表白色的数值：12 位为 4095，小数为 1。0：整个图集所需的范围。</translation>
    </message>
    <message>
        <source>Frames a second that are taken of a video.</source>
        <translation>每秒从视频中取的帧数。</translation>
    </message>
    <message>
        <source>So many frames of each video, evenly spread over it. 0: as many a second as above.</source>
        <translation>每个视频取这么多帧，均匀分布。0：按上面的每秒帧数。</translation>
    </message>
    <message>
        <source>Where in a video the first frame is taken.</source>
        <translation>从视频的何处取第一帧。</translation>
    </message>
    <message>
        <source>Where in a video the last frame is taken. 0: at its end.</source>
        <translation>从视频的何处取最后一帧。0：视频结尾。</translation>
    </message>
    <message>
        <source>Share of the pictures kept aside to see whether the rest are learned by heart: 500 at most, none of fewer than 1,000, and none by translations.</source>
        <translation>留出的图片比例，用来检查其余图片是否被死记硬背：最多 500 张，总数少于 1,000 时不留，转换任务不留。</translation>
    </message>
    <message>
        <source>Share of the pictures set aside by their content for a test of what is made: neither learned from nor used to choose a checkpoint, and what `augment --judge` tests on. Translations set none aside.</source>
        <translation>按内容为测试生成结果而留出的图片比例：既不用于学习，也不用于选择检查点，供 `augment --judge` 测试。转换任务不留出。</translation>
    </message>
    <message>
        <source>Pictures with a side shorter than this are left out.</source>
        <translation>短边小于此值的图片会被排除。</translation>
    </message>
    <message>
        <source>Stop after this many steps.</source>
        <translation>在这么多步之后停止。</translation>
    </message>
    <message>
        <source>Stop after this many thousand images.</source>
        <translation>在这么多千张图片之后停止。</translation>
    </message>
    <message>
        <source>Stop after this many minutes of training.</source>
        <translation>在训练这么多分钟之后停止。</translation>
    </message>
    <message>
        <source>Where a run goes on for longer than its learning rates were to fall: they begin again at their full size, or stay low.</source>
        <translation>当运行持续得比学习率下降计划更久时：学习率重新从原值开始，或保持较低。</translation>
    </message>
    <message>
        <source>ganstudio train FOLDER --resume --out {0}</source>
        <translation>ganstudio train FOLDER --resume --out {0}</translation>
    </message>
    <message>
        <source>background takes a colour as #rrggbb, not {0}.</source>
        <translation>background 接受 #rrggbb 格式的颜色，而不是 {0}。</translation>
    </message>
    <message>
        <source>it was made by a newer GAN Studio (format {0}, this one reads up to {1})</source>
        <translation>由更新版的 GAN Studio 生成（格式 {0}，此版本最多读到 {1}）</translation>
    </message>
    <message>
        <source>resume it with --resume, or choose another</source>
        <translation>用 --resume 继续，或选择其他</translation>
    </message>
    <message>
        <source>{0} is not empty; {1}.</source>
        <translation>{0} 不为空；{1}。</translation>
    </message>
    <message>
        <source>{0} does not say where its images are; resume it with `{1}`.</source>
        <translation>{0} 没有说明图片在哪里；请用 `{1}` 继续。</translation>
    </message>
    <message>
        <source>{0} is in use by {1}. Stop it there first.</source>
        <translation>{0} 正被 {1} 使用。请先在那里停止。</translation>
    </message>
    <message>
        <source>{0} cannot be written to: its run.lock is somebody&apos;s file; move it away.</source>
        <translation>无法写入 {0}：其 run.lock 属于他人；请移走它。</translation>
    </message>
    <message>
        <source>{0} is in use by another process. Stop it there first.</source>
        <translation>{0} 正被另一个进程使用。请先在那里停止。</translation>
    </message>
    <message>
        <source>The settings of this run do not say how large its pictures are.</source>
        <translation>此运行的设置没有说明图片大小。</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>它不是对象</translation>
    </message>
    <message>
        <source>its settings.json is damaged: {0}</source>
        <translation>其 settings.json 已损坏：{0}</translation>
    </message>
    <message>
        <source>{0} cannot be made: {1}. Choose another folder.</source>
        <translation>无法创建 {0}：{1}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>it has no settings.json</source>
        <translation>它没有 settings.json</translation>
    </message>
    <message>
        <source>there is no such folder any more</source>
        <translation>该文件夹已不存在</translation>
    </message>
    <message>
        <source>{0} is not a run: {1}.</source>
        <translation>{0} 不是一个运行：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>无法读取 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}.</source>
        <translation>无法打开 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} cannot be written to: {1}.</source>
        <translation>无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>its run.lock was removed, and another process writes there now; stop that one</source>
        <translation>其 run.lock 已被移除，另一个进程正在写入；请停止那个进程</translation>
    </message>
    <message>
        <source>its events.jsonl was removed, and another process writes there now; stop that one</source>
        <translation>其 events.jsonl 已被移除，另一个进程正在写入；请停止那个进程</translation>
    </message>
    <message>
        <source>{0} has more than {1} MB, which no run has; move it out of the run&apos;s folder</source>
        <translation>{0} 超过 {1} MB，任何运行都不会这样；请把它移出运行的文件夹</translation>
    </message>
    <message>
        <source>{0} is {1}, which has no place there; move it out of the run&apos;s folder</source>
        <translation>{0} 是{1}，不该在那里；请把它移出运行的文件夹</translation>
    </message>
    <message>
        <source>{0} is no picture that this program has drawn</source>
        <translation>{0} 不是本程序绘制的图片</translation>
    </message>
    <message>
        <source>{0} is damaged</source>
        <translation>{0} 已损坏</translation>
    </message>
    <message>
        <source>{0} has {1} x {2} pixels, which is too large</source>
        <translation>{0} 有 {1} x {2} 像素，太大</translation>
    </message>
    <message>
        <source>Training goes on, and what it learns is kept in memory; it is tried again every half a minute.</source>
        <translation>训练继续，学到的内容保存在内存中；每半分钟重试一次。</translation>
    </message>
    <message>
        <source>The file system of this run has no locks, so a note in run.lock says every few seconds that it is being written: train a run from one place at a time.</source>
        <translation>此运行所在的文件系统没有锁，因此 run.lock 中的标记每隔几秒说明它正在被写入：同一运行请只在一处训练。</translation>
    </message>
    <message>
        <source>What was learned is kept in memory, and saved as soon as it can be. Stop once more to give it up.</source>
        <translation>已学到的内容保存在内存中，一旦可能便会存盘。再次停止则放弃。</translation>
    </message>
    <message>
        <source>Lower the learning rates, or choose a steadier recipe.</source>
        <translation>请降低学习率，或选择更稳定的配方。</translation>
    </message>
    <message>
        <source>The score has not improved for {0} minutes of training, so the run ends here.</source>
        <translation>评分在 {0} 分钟的训练中没有改善，运行到此结束。</translation>
    </message>
    <message>
        <source>{0} has not enough memory for {1} images at once: from now on each step learns from them in {2} parts of {3}, which takes longer.</source>
        <translation>{0} 的内存不足以同时处理 {1} 张图片：从现在起每步分 {2} 部分、每部分 {3} 张学习，耗时更长。</translation>
    </message>
    <message>
        <source>Whatever looks at a batch as a whole, such as BatchNorm, sees one part. A smaller batch is faster.</source>
        <translation>需要看整个批次的部分（如 BatchNorm）只能看到其中一份。较小的批量更快。</translation>
    </message>
    <message>
        <source>Step {0} gave invalid numbers: back to step {1}, with half the learning rate.</source>
        <translation>第 {0} 步出现无效数值：退回第 {1} 步，学习率减半。</translation>
    </message>
    <message>
        <source>The run is in {0} from now on.</source>
        <translation>此运行从现在起位于 {0}。</translation>
    </message>
    <message>
        <source> What was learned up to step {0} is saved.</source>
        <translation> 到第 {0} 步学到的内容已保存。</translation>
    </message>
    <message>
        <source>{0} What was learned up to step {1} is saved: resume to go on.</source>
        <translation>{0} 到第 {1} 步学到的内容已保存：点“继续”即可接着进行。</translation>
    </message>
    <message>
        <source>Its best is of step {0}. Gone on with, it gets as long again.</source>
        <translation>它的最佳状态在第 {0} 步。继续时会得到同样的时长。</translation>
    </message>
    <message>
        <source>{0} update(s) gave invalid numbers and were left out.</source>
        <translation>{0} 次更新出现无效数值，已略过。</translation>
    </message>
    <message>
        <source>there is no checkpoint that can be used</source>
        <translation>没有可用的检查点</translation>
    </message>
    <message>
        <source>Training gave invalid numbers at step {0}. {1}</source>
        <translation>训练在第 {0} 步出现无效数值。{1}</translation>
    </message>
    <message>
        <source>Training gave invalid numbers {0} times, last at step {1}. {2}</source>
        <translation>训练出现 {0} 次无效数值，最近一次在第 {1} 步。{2}</translation>
    </message>
    <message>
        <source>Training gave invalid numbers at step {0}, before the first checkpoint. {1}</source>
        <translation>训练在第 {0} 步、首个检查点之前出现无效数值。{1}</translation>
    </message>
    <message>
        <source>marking the best checkpoint</source>
        <translation>标记最佳检查点时</translation>
    </message>
    <message>
        <source>{0} takes {1}, not {2}.</source>
        <translation>{0} 接受{1}，而不是 {2}。</translation>
    </message>
    <message>
        <source>{0} must be a finite number, not {1}.</source>
        <translation>{0} 必须是有限的数，而不是 {1}。</translation>
    </message>
    <message>
        <source>{0} can be {1}, not {2}.</source>
        <translation>{0} 可取 {1}，不能取 {2}。</translation>
    </message>
    <message>
        <source>{0} takes yes or no, not {1}.</source>
        <translation>{0} 只接受是或否，而不是 {1}。</translation>
    </message>
    <message>
        <source>a whole number, or two such as 96x64</source>
        <translation>一个整数，或如 96x64 的两个数</translation>
    </message>
    <message>
        <source>{0} goes {1}, {2} is outside.</source>
        <translation>{0} 的范围为{1}，{2} 超出范围。</translation>
    </message>
    <message>
        <source>{0} takes a whole number, or two such as 96x64, not {1}.</source>
        <translation>{0} 接受一个整数，或如 96x64 的两个数，而不是 {1}。</translation>
    </message>
    <message>
        <source>it was made with other settings (they differ at {0})</source>
        <translation>它由不同的设置生成（在 {0} 处不同）</translation>
    </message>
    <message>
        <source>its optimiser is damaged</source>
        <translation>其优化器已损坏</translation>
    </message>
    <message>
        <source>its optimiser has other parameters</source>
        <translation>其优化器的参数不同</translation>
    </message>
    <message>
        <source>its optimiser&apos;s {0} is no tensor</source>
        <translation>其优化器的 {0} 不是张量</translation>
    </message>
    <message>
        <source>its optimiser&apos;s {0} has another shape or type than its weight</source>
        <translation>其优化器的 {0} 与权重的形状或类型不同</translation>
    </message>
    <message>
        <source>its optimiser&apos;s {0} holds invalid numbers</source>
        <translation>其优化器的 {0} 含有无效数值</translation>
    </message>
    <message>
        <source>{0} is {1} there and {2} here</source>
        <translation>{0} 在那里是 {1}，在这里是 {2}</translation>
    </message>
    <message>
        <source>{0} holds invalid numbers</source>
        <translation>{0} 含有无效数值</translation>
    </message>
    <message>
        <source>its optimiser remembers a weight {0}, which there is not</source>
        <translation>其优化器记着不存在的权重 {0}</translation>
    </message>
    <message>
        <source>its optimiser remembers other things than it should</source>
        <translation>其优化器记住的内容不对</translation>
    </message>
    <message>
        <source>runs are training</source>
        <translation>有运行在训练</translation>
    </message>
    <message>
        <source>the type of {0}</source>
        <translation>{0} 的类型</translation>
    </message>
    <message>
        <source>the shape of {0}</source>
        <translation>{0} 的形状</translation>
    </message>
    <message>
        <source>the place of {0}</source>
        <translation>{0} 的位置</translation>
    </message>
    <message>
        <source>its header is longer than the file</source>
        <translation>文件头比文件还长</translation>
    </message>
    <message>
        <source>it is shorter or longer than its header says</source>
        <translation>长度与文件头所述不符</translation>
    </message>
    <message>
        <source>{0} is of type {1}</source>
        <translation>{0} 的类型是 {1}</translation>
    </message>
    <message>
        <source>{0} is not as long as its shape says</source>
        <translation>{0} 的长度与其形状不符</translation>
    </message>
    <message>
        <source>its header is no object</source>
        <translation>文件头不是对象</translation>
    </message>
    <message>
        <source>its header is damaged ({0})</source>
        <translation>文件头已损坏（{0}）</translation>
    </message>
    <message>
        <source>its tensors overlap or leave holes</source>
        <translation>其张量重叠或有空洞</translation>
    </message>
    <message>
        <source>it is damaged ({0})</source>
        <translation>已损坏（{0}）</translation>
    </message>
    <message>
        <source>no memory for tensors ({0})</source>
        <translation>没有内存存放张量（{0}）</translation>
    </message>
    <message>
        <source>no thread can be started for {0}: {1}</source>
        <translation>无法为 {0} 启动线程：{1}</translation>
    </message>
    <message>
        <source>it lacks a network of this recipe</source>
        <translation>缺少此配方的某个网络</translation>
    </message>
    <message>
        <source>it does not belong to this recipe ({0})</source>
        <translation>不属于此配方（{0}）</translation>
    </message>
    <message>
        <source>what else a step depends on is damaged ({0})</source>
        <translation>一步所需的其他内容已损坏（{0}）</translation>
    </message>
    <message>
        <source>{0} has tensors that are larger than what is stored of them, and was not used.</source>
        <translation>{0} 中的张量大于实际存储的内容，未使用。</translation>
    </message>
    <message>
        <source>{0} is packed in a way that torch does not write, and was not opened.</source>
        <translation>{0} 的打包方式不是 torch 所写，未打开。</translation>
    </message>
    <message>
        <source>{0} is too large for a network of this kind ({1} GB).</source>
        <translation>{0} 对此类网络来说太大（{1} GB）。</translation>
    </message>
    <message>
        <source>{0} is not a whole safetensors file: {1}.</source>
        <translation>{0} 不是完整的 safetensors 文件：{1}。</translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} 已损坏。</translation>
    </message>
    <message>
        <source>It is to see by {0}, and the weights at hand are of {1}.</source>
        <translation>它应使用 {0}，而现有的权重属于 {1}。</translation>
    </message>
    <message>
        <source>Any style</source>
        <translation>任意风格</translation>
    </message>
    <message>
        <source>Learns to draw any picture in any style: side A is a folder of pictures, side B one of styles.</source>
        <translation>学会以任意风格绘制任意图片：A 侧是图片文件夹，B 侧是风格文件夹。</translation>
    </message>
    <message>
        <source>You want to try many styles, or to mix them: one training for all, and sliders afterwards.</source>
        <translation>想尝试或混合许多风格时：一次训练适用全部，之后用滑块调节。</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels. Later it draws pictures of any size.</source>
        <translation>学习图片的宽和高，以像素计。之后可绘制任意大小的图片。</translation>
    </message>
    <message>
        <source>Pictures per step. Eight is the published choice.</source>
        <translation>每步的图片数。论文取八。</translation>
    </message>
    <message>
        <source>The network that sees, whose weights stay as they are: SqueezeNet 1.1, or VGG19 as published.</source>
        <translation>负责“看”的网络，其权重保持不变：SqueezeNet 1.1，或论文所用的 VGG19。</translation>
    </message>
    <message>
        <source>Give what is drawn the style&apos;s colours outright, their mean and deviation. Else, as published, it is to learn them, which takes long.</source>
        <translation>直接赋予图片风格的颜色（均值和标准差）。否则如论文那样让它学习，耗时较长。</translation>
    </message>
    <message>
        <source>How much the style matters beside the content.</source>
        <translation>风格相对于内容的重要程度。</translation>
    </message>
    <message>
        <source>Learning rate.</source>
        <translation>学习率。</translation>
    </message>
    <message>
        <source>Adam&apos;s momentum.</source>
        <translation>Adam 的动量。</translation>
    </message>
    <message>
        <source>Epochs over which the learning rate then falls in a straight line. 0: it never falls.</source>
        <translation>之后学习率线性下降的轮数。0：从不下降。</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>快速查看</translation>
    </message>
    <message>
        <source>SqueezeNet sees, 128 px: minutes on two cores</source>
        <translation>SqueezeNet，128 px：双核几分钟</translation>
    </message>
    <message>
        <source>SqueezeNet sees, 256 px, batches of 16: half an hour on a GPU</source>
        <translation>SqueezeNet，256 px，批量 16：GPU 上半小时</translation>
    </message>
    <message>
        <source>Huang and Belongie</source>
        <translation>Huang 与 Belongie</translation>
    </message>
    <message>
        <source>VGG19 sees, 256 px, batches of 8, as published</source>
        <translation>VGG19，256 px，批量 8，与论文相同</translation>
    </message>
    <message>
        <source>Numbers in the noise vector z that an image is made from.</source>
        <translation>生成一张图片的噪声向量 z 的维数。</translation>
    </message>
    <message>
        <source>How z is drawn: from a normal distribution, or evenly from 0 to 1.</source>
        <translation>z 的抽取方式：正态分布，或 0 到 1 的均匀分布。</translation>
    </message>
    <message>
        <source>What the two networks play for.</source>
        <translation>两个网络博弈的目标。</translation>
    </message>
    <message>
        <source>Updates of the discriminator for each one of the generator. A step is one update of the discriminator.</source>
        <translation>生成器每更新一次，判别器更新的次数。一步即判别器的一次更新。</translation>
    </message>
    <message>
        <source>Keeps the discriminator from growing too steep: at reals (r1), fakes (r2), or points in between.</source>
        <translation>防止判别器过陡：在真实图 (r1)、生成图 (r2) 或两者之间的点上。</translation>
    </message>
    <message>
        <source>How much the penalty counts: lambda, or gamma for r1 and r2.</source>
        <translation>惩罚的权重：lambda；r1 和 r2 则为 gamma。</translation>
    </message>
    <message>
        <source>The penalty is taken every so many steps and counts as many times: cheaper, nearly as good.</source>
        <translation>每隔这么多步计算一次惩罚，并按同样倍数计入：更省，效果几乎一样。</translation>
    </message>
    <message>
        <source>Weight of D(x)², which keeps a critic&apos;s scores from drifting away from 0.</source>
        <translation>D(x)² 的权重，防止评论器的输出漂离 0。</translation>
    </message>
    <message>
        <source>Spread of noise added to everything the discriminator sees, while images go from -1 to 1.</source>
        <translation>加在判别器所见一切之上的噪声的标准差，图片取值为 -1 到 1。</translation>
    </message>
    <message>
        <source>Shows the discriminator how alike the images of a batch are, which gives a collapsed generator away.</source>
        <translation>让判别器看到批次中图片的相似程度，从而识破坍缩的生成器。</translation>
    </message>
    <message>
        <source>Each convolution and linear layer of the discriminator is divided by its largest singular value.</source>
        <translation>判别器的每个卷积层和线性层都除以其最大奇异值。</translation>
    </message>
    <message>
        <source>Changes that reals and fakes undergo before the discriminator: against learning few images by heart.</source>
        <translation>真假图片在进入判别器之前经历的变化：防止死记少量图片。</translation>
    </message>
    <message>
        <source>What DiffAugment does: colour, translation, cutout, in any combination. ADA changes colours only where colour is among them. For many images, translation alone.</source>
        <translation>DiffAugment 的内容：colour（颜色）、translation（平移）、cutout（遮挡），可任意组合。只有包含 colour 时 ADA 才改变颜色。图片多时只用 translation。</translation>
    </message>
    <message>
        <source>ADA strengthens the changes while the mean sign of D(x) is above this.</source>
        <translation>D(x) 的平均符号高于此值时，ADA 会加强变化。</translation>
    </message>
    <message>
        <source>Thousand images in which ADA&apos;s strength can go from 0 to 1.</source>
        <translation>ADA 强度从 0 升到 1 所需的图片数（千张）。</translation>
    </message>
    <message>
        <source>The optimiser of both networks.</source>
        <translation>两个网络的优化器。</translation>
    </message>
    <message>
        <source>Learning rate of the generator.</source>
        <translation>生成器的学习率。</translation>
    </message>
    <message>
        <source>Learning rate of the discriminator.</source>
        <translation>判别器的学习率。</translation>
    </message>
    <message>
        <source>Adam&apos;s memory of squared gradients.</source>
        <translation>Adam 对梯度平方的记忆。</translation>
    </message>
    <message>
        <source>Label smoothing moves a target, and the {0} objective has none; set it to 0.</source>
        <translation>标签平滑移动目标值，而 {0} 目标没有目标值；请设为 0。</translation>
    </message>
    <message>
        <source>The minimax loss leaves the generator without a gradient once D is sure; nonsaturating does not.</source>
        <translation>一旦 D 有把握，极小极大损失会使生成器失去梯度；非饱和损失则不会。</translation>
    </message>
    <message>
        <source>Nothing bounds this Wasserstein critic, so its loss runs away; add a gradient penalty or weight clipping.</source>
        <translation>此 Wasserstein 评论器没有约束，损失会失控；请添加梯度惩罚或权重裁剪。</translation>
    </message>
    <message>
        <source>A gradient penalty is about each image by itself, and BatchNorm in the discriminator mixes the images of a batch; choose another norm, or no penalty.</source>
        <translation>梯度惩罚针对单张图片，而判别器中的 BatchNorm 会混合批次；请选择其他归一化，或不用惩罚。</translation>
    </message>
    <message>
        <source>Spectral norm rescales the weights, so that clipping them means nothing; choose one of the two.</source>
        <translation>谱归一化会缩放权重，使裁剪失去意义；请二选一。</translation>
    </message>
    <message>
        <source>Weight clipping is unstable with a momentum optimiser (Arjovsky et al. 2017); choose rmsprop, or beta1 0.</source>
        <translation>权重裁剪配合带动量的优化器不稳定 (Arjovsky et al. 2017)；请选择 rmsprop，或 beta1 为 0。</translation>
    </message>
    <message>
        <source>Unrolling foresees Adam&apos;s updates, not rmsprop&apos;s; choose adam or adamw.</source>
        <translation>展开只能预见 Adam 的更新，而非 rmsprop；请选择 adam 或 adamw。</translation>
    </message>
    <message>
        <source>Unrolling foresees the discriminator&apos;s updates without its penalty or clipping: another game.</source>
        <translation>展开预见的判别器更新不含惩罚或裁剪：那是另一种博弈。</translation>
    </message>
    <message>
        <source>ADA reads the sign of D(x), which means nothing with the {0} objective.</source>
        <translation>ADA 读取 D(x) 的符号，而在 {0} 目标下它没有意义。</translation>
    </message>
    <message>
        <source>Latent space</source>
        <translation>潜空间</translation>
    </message>
    <message>
        <source>Discriminator steps</source>
        <translation>判别器步数</translation>
    </message>
    <message>
        <source>Gradient penalty</source>
        <translation>梯度惩罚</translation>
    </message>
    <message>
        <source>Weight clipping</source>
        <translation>权重裁剪</translation>
    </message>
    <message>
        <source>Minibatch statistics</source>
        <translation>小批量统计</translation>
    </message>
    <message>
        <source>Unrolled discriminator</source>
        <translation>展开的判别器</translation>
    </message>
    <message>
        <source>BatchNorm needs at least 2 images per step.</source>
        <translation>BatchNorm 每步至少需要 2 张图片。</translation>
    </message>
    <message>
        <source>{0} keeps {1} at {2}: {3}</source>
        <translation>{0} 把 {1} 固定为 {2}：{3}</translation>
    </message>
    <message>
        <source>Minibatch discrimination compares images, so it needs at least 2 per step.</source>
        <translation>小批量判别要比较图片，因此每步至少需要 2 张。</translation>
    </message>
    <message>
        <source>Looks at how many pictures there are, how large they are and what this computer can do, and chooses.</source>
        <translation>根据图片的数量、大小和这台电脑的能力来选择。</translation>
    </message>
    <message>
        <source>To begin with. What you set yourself stays; a size too slow here is made smaller when training begins.</source>
        <translation>适合起步。您自己的设置会保留；若尺寸在此太慢，训练开始时会变小。</translation>
    </message>
    <message>
        <source>{0} picture{1} of about {2} px</source>
        <translation>{0} 张约 {2} px 的图片{1}</translation>
    </message>
    <message>
        <source>{0} to learn {1}{2}{3}{4}.</source>
        <translation>{0}，{1}{2}{3}{4}。</translation>
    </message>
    <message>
        <source>; at {0} images a second it sees {1} thousand</source>
        <translation>；以每秒 {0} 张计，可看 {1} 千张</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels; 0: as suits the images and the computer.</source>
        <translation>学习图片的宽和高，以像素计；0：按图片和电脑选择。</translation>
    </message>
    <message>
        <source>Images per step; 0: as suits the images and the recipe.</source>
        <translation>每步的图片数；0：按图片和配方选择。</translation>
    </message>
    <message>
        <source>The shown generator is a running mean of the trained one; this is its half-life.</source>
        <translation>显示的生成器是所训练生成器的滑动平均；这是其半衰期。</translation>
    </message>
    <message>
        <source>{0} at {1}{2} px</source>
        <translation>{0}，{1}{2} px</translation>
    </message>
    <message>
        <source>{0}; the size is decided at Start, by how fast this computer turns out to be.</source>
        <translation>{0}；尺寸在开始时按这台电脑的速度决定。</translation>
    </message>
    <message>
        <source>; with so few, expect near copies of them</source>
        <translation>；图片这么少，可能出现近似复制品</translation>
    </message>
    <message>
        <source>; this device has too little memory for it: choose a smaller batch</source>
        <translation>；此设备内存不足：请选择较小的批量</translation>
    </message>
    <message>
        <source>, which is little: more minutes make better pictures</source>
        <translation>，这偏少：更多时间会得到更好的图片</translation>
    </message>
    <message>
        <source>, shown shifted and altered so that they are not learned by heart</source>
        <translation>，以平移和变化的方式呈现，避免死记</translation>
    </message>
    <message>
        <source>, altered as much as it takes for them not to be learned by heart</source>
        <translation>，按需变化，避免死记</translation>
    </message>
    <message>
        <source>Learns which picture belongs to which class, and paints any class by name.</source>
        <translation>学会每张图片属于哪一类，并可按名称画出任意一类。</translation>
    </message>
    <message>
        <source>Pictures sorted into one subfolder for each class, with some hundreds in each.</source>
        <translation>图片按类别放在各自的子文件夹中，每类几百张。</translation>
    </message>
    <message>
        <source>Fully connected as in the note, or convolutions with projection.</source>
        <translation>如讲义中的全连接，或带投影的卷积。</translation>
    </message>
    <message>
        <source>Norm in the convolutional discriminator: over the batch, over each image (layer), or none.</source>
        <translation>卷积判别器中的归一化：按批次、按单张图片 (layer)，或无。</translation>
    </message>
    <message>
        <source>Fully connected, widths 128-256, the label behind the noise</source>
        <translation>全连接，宽度 128-256，标签接在噪声之后</translation>
    </message>
    <message>
        <source>{0} works from 8 to 128 px, not at {1} px.</source>
        <translation>{0} 可用 8 到 128 px，不能用 {1} px。</translation>
    </message>
    <message>
        <source>Its convolutions work at 16, 32, 64 or 128 px, and where a shorter side of 4 to 7 px doubles, not at {0}; linear takes any size.</source>
        <translation>其卷积可用 16、32、64 或 128 px，或短边由 4 到 7 px 逐次加倍的尺寸，不能用 {0}；linear 可用任意尺寸。</translation>
    </message>
    <message>
        <source> Labels have to be on.</source>
        <translation> 必须开启标签。</translation>
    </message>
    <message>
        <source>Turns side A into side B by comparing patches, without a way back: lighter and faster than CycleGAN.</source>
        <translation>通过比较图块把 A 侧变成 B 侧，没有返回的路：比 CycleGAN 更轻更快。</translation>
    </message>
    <message>
        <source>As CycleGAN, when only one direction is wanted, or memory and time are short.</source>
        <translation>与 CycleGAN 相同的场合，但只需要一个方向，或内存和时间有限时。</translation>
    </message>
    <message>
        <source>Beside note 4</source>
        <translation>讲义 4 补充</translation>
    </message>
    <message>
        <source>How much it matters that each place stays recognisable (PatchNCE).</source>
        <translation>每个位置保持可辨认的重要程度 (PatchNCE)。</translation>
    </message>
    <message>
        <source>Pictures of B go through too, and each place must stay recognisable.</source>
        <translation>B 侧的图片也会通过，且每个位置必须保持可辨认。</translation>
    </message>
    <message>
        <source>Half of the steps see everything mirrored (FastCUT).</source>
        <translation>一半的步数看到的一切都是镜像 (FastCUT)。</translation>
    </message>
    <message>
        <source>Places that are compared with each other.</source>
        <translation>相互比较的位置数。</translation>
    </message>
    <message>
        <source>Numbers that a place is described by.</source>
        <translation>描述一个位置的数的个数。</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>与论文相同</translation>
    </message>
    <message>
        <source>Without the identity and with ten times the weight: the lightest</source>
        <translation>没有恒等项、权重十倍：最轻</translation>
    </message>
    <message>
        <source>CUT compares both sides with one network: they need the same colours.</source>
        <translation>CUT 用一个网络比较两侧：两侧的颜色模式必须相同。</translation>
    </message>
    <message>
        <source>Turns the pictures of one folder into the kind of the other and back, without any pairs to learn from.</source>
        <translation>把一个文件夹的图片变成另一个的样子并能变回，无需成对的图片。</translation>
    </message>
    <message>
        <source>Two folders of a few hundred pictures each that differ in look, not in shape: seasons, styles, materials.</source>
        <translation>两个各有几百张图片的文件夹，外观不同而形状相同：季节、风格、材质。</translation>
    </message>
    <message>
        <source>The generator: residual blocks, or a U-Net, which keeps fine outlines.</source>
        <translation>生成器：残差块，或能保留细轮廓的 U-Net。</translation>
    </message>
    <message>
        <source>How much it matters that A to B to A gives the same picture again.</source>
        <translation>A 到 B 再到 A 得到同一张图片的重要程度。</translation>
    </message>
    <message>
        <source>How much it matters, times the cycle weight, that a picture of B stays as it is on its way to B.</source>
        <translation>B 的图片在转往 B 时保持不变的重要程度，乘以循环权重。</translation>
    </message>
    <message>
        <source>Old fakes of each side that are shown to the discriminators again. 0: only new ones.</source>
        <translation>每侧再次给判别器看的旧生成图数量。0：只用新的。</translation>
    </message>
    <message>
        <source>Zhu et al.: 256 px, 9 residual blocks, 100 + 100 epochs</source>
        <translation>Zhu 等：256 px，9 个残差块，100 + 100 轮</translation>
    </message>
    <message>
        <source>The game and the cycle only, no identity loss</source>
        <translation>只有博弈和循环，没有恒等损失</translation>
    </message>
    <message>
        <source>Cycle weight</source>
        <translation>循环权重</translation>
    </message>
    <message>
        <source>Identity weight</source>
        <translation>恒等权重</translation>
    </message>
    <message>
        <source>Image pool</source>
        <translation>图片池</translation>
    </message>
    <message>
        <source>The U-Net halves {0} times: it works at multiples of {1} px.</source>
        <translation>U-Net 减半 {0} 次：尺寸须为 {1} px 的倍数。</translation>
    </message>
    <message>
        <source>The identity loss needs both sides in the same colours: set identity to 0.</source>
        <translation>恒等损失要求两侧颜色模式相同：请把恒等权重设为 0。</translation>
    </message>
    <message>
        <source>Transposed convolutions paint from coarse to fine: the first GAN that made convincing small pictures.</source>
        <translation>转置卷积由粗到细作画：第一个画出令人信服的小图的 GAN。</translation>
    </message>
    <message>
        <source>Notes 1 and 4</source>
        <translation>讲义 1 和 4</translation>
    </message>
    <message>
        <source>Norm in the discriminator: over the batch, over each image by itself (layer), or none.</source>
        <translation>判别器中的归一化：按批次、按单张图片 (layer)，或无。</translation>
    </message>
    <message>
        <source>Radford et al.</source>
        <translation>Radford 等</translation>
    </message>
    <message>
        <source>The paper&apos;s networks, 64 channels: 3.6 and 2.8 million weights at 64 px</source>
        <translation>论文中的网络，64 通道：64 px 时 360 万和 280 万个权重</translation>
    </message>
    <message>
        <source>its networks come with it built in.</source>
        <translation>其网络已内置。</translation>
    </message>
    <message>
        <source>its discriminator is trained to redraw images as well, with a step of its own.</source>
        <translation>其判别器还以单独的步骤学习重画图片。</translation>
    </message>
    <message>
        <source>Beyond the notes</source>
        <translation>讲义之外</translation>
    </message>
    <message>
        <source>BatchNorm in its discriminator mixes the images of a batch.</source>
        <translation>其判别器中的 BatchNorm 会混合批次中的图片。</translation>
    </message>
    <message>
        <source>Liu et al.</source>
        <translation>Liu 等</translation>
    </message>
    <message>
        <source>Fast style</source>
        <translation>快速风格</translation>
    </message>
    <message>
        <source>Learns to draw any picture in the style of one: side A is a folder, side B the style picture.</source>
        <translation>学会以一张图的风格绘制任意图片：A 侧是文件夹，B 侧是风格图。</translation>
    </message>
    <message>
        <source>You want many pictures, a video or the camera in one style: one pass each instead of a minute each.</source>
        <translation>想把许多图片、视频或摄像头画面画成一种风格时：每张一次完成，而不是一分钟。</translation>
    </message>
    <message>
        <source>Pictures per step. Four is the published choice.</source>
        <translation>每步的图片数。论文取四。</translation>
    </message>
    <message>
        <source>Begin with the picture as it is and learn what to change: more of the picture, less of the style.</source>
        <translation>从原图开始，学习该改变什么：更多保留原图，风格较弱。</translation>
    </message>
    <message>
        <source>How much style: 0 leaves the pictures as they are, 1 keeps hardly more than outlines.</source>
        <translation>风格的多少：0 保持原图，1 几乎只剩轮廓。</translation>
    </message>
    <message>
        <source>How large the strokes are: the style picture is taken so many times as large.</source>
        <translation>笔触的大小：风格图放大这么多倍使用。</translation>
    </message>
    <message>
        <source>What a style is: Gram matrices (Johnson, Gatys), or mean and covariance of features.</source>
        <translation>风格的定义：Gram 矩阵 (Johnson, Gatys)，或特征的均值与协方差。</translation>
    </message>
    <message>
        <source>How much neighbouring pixels should be alike (total variation).</source>
        <translation>相邻像素应有多相似（全变差）。</translation>
    </message>
    <message>
        <source>Johnson et al.</source>
        <translation>Johnson 等</translation>
    </message>
    <message>
        <source>it learned by {0}, and {1} is at hand</source>
        <translation>它用 {0} 学习，而现有的是 {1}</translation>
    </message>
    <message>
        <source>There is no recipe called {0}. There are: {1}.</source>
        <translation>没有名为 {0} 的配方。可用：{1}。</translation>
    </message>
    <message>
        <source>Fully connected layers on plain pixels: the original GAN, fast enough to watch on any computer.</source>
        <translation>直接作用于像素的全连接层：最初的 GAN，在任何电脑上都快得可以旁观。</translation>
    </message>
    <message>
        <source>Small grey pictures up to 32 px, and for seeing how a GAN behaves within seconds.</source>
        <translation>最大 32 px 的小灰度图，也适合在几秒内观察 GAN 的行为。</translation>
    </message>
    <message>
        <source>Notes 1, 3, 4 and 5</source>
        <translation>讲义 1、3、4 和 5</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels: 28, or 42x28 where they differ.</source>
        <translation>学习图片的宽和高，以像素计：28；宽高不同时如 42x28。</translation>
    </message>
    <message>
        <source>Sizes of the generator&apos;s hidden layers, first to last.</source>
        <translation>生成器各隐藏层的大小，从第一层到最后一层。</translation>
    </message>
    <message>
        <source>Where the generator has BatchNorm: nowhere, after the first layer, on all hidden, on all.</source>
        <translation>生成器在哪里使用 BatchNorm：不用、第一层之后、所有隐藏层、所有层。</translation>
    </message>
    <message>
        <source>The generator&apos;s activation: LeakyReLU with slope 0.2, or ReLU.</source>
        <translation>生成器的激活函数：斜率 0.2 的 LeakyReLU，或 ReLU。</translation>
    </message>
    <message>
        <source>Sizes of the discriminator&apos;s hidden layers, first to last.</source>
        <translation>判别器各隐藏层的大小，从第一层到最后一层。</translation>
    </message>
    <message>
        <source>BatchNorm on the discriminator&apos;s last hidden layers (all but the first).</source>
        <translation>在判别器后面的隐藏层（除第一层外）使用 BatchNorm。</translation>
    </message>
    <message>
        <source>Share of the discriminator&apos;s hidden units that are silenced at random each step.</source>
        <translation>每步随机关闭的判别器隐藏单元比例。</translation>
    </message>
    <message>
        <source>Widths 256-512-1024 with BatchNorm after the second and third, weights from N(0, 0.03)</source>
        <translation>宽度 256-512-1024，第二、三层后用 BatchNorm，权重取自 N(0, 0.03)</translation>
    </message>
    <message>
        <source>BatchNorm on every layer of the generator (the last one too), Adam&apos;s own betas, smoothed labels</source>
        <translation>生成器每层（含最后一层）都用 BatchNorm，Adam 默认 beta，标签平滑</translation>
    </message>
    <message>
        <source>Widths 128-256-512, BatchNorm after the first, dropout 0.3 in the discriminator</source>
        <translation>宽度 128-256-512，第一层后用 BatchNorm，判别器 Dropout 0.3</translation>
    </message>
    <message>
        <source>ReLU, BatchNorm on every hidden layer, latents drawn evenly from 0 to 1, three dropout layers</source>
        <translation>ReLU，每个隐藏层用 BatchNorm，潜向量在 0 到 1 均匀抽取，三个 Dropout 层</translation>
    </message>
    <message>
        <source>Fully connected layers this wide learn slowly; a convolutional recipe suits such sizes better.</source>
        <translation>这么宽的全连接层学得慢；这样的尺寸更适合卷积配方。</translation>
    </message>
    <message>
        <source>{0} takes up to 12 layer sizes from 1 to 8192, such as 128,256,512; not {1}.</source>
        <translation>{0} 最多接受 12 个 1 到 8192 的层大小，例如 128,256,512；而不是 {1}。</translation>
    </message>
    <message>
        <source>its layers scale their own weights (equalised learning rate).</source>
        <translation>其各层自行缩放权重（均衡学习率）。</translation>
    </message>
    <message>
        <source>its discriminator always compares the images of a group (minibatch stddev).</source>
        <translation>其判别器总是比较一组图片（小批量标准差）。</translation>
    </message>
    <message>
        <source>the networks grow one by one, a jury would have to grow with them.</source>
        <translation>网络逐个生长，多个判别器也得随之生长。</translation>
    </message>
    <message>
        <source>Learns 4 px pictures first, then doubles the size again and again, each doubling faded in.</source>
        <translation>先学 4 px 的图片，再一次次加倍尺寸，每次加倍都逐渐淡入。</translation>
    </message>
    <message>
        <source>With neither a fade nor a hold the networks do not grow at all; give one of them some thousand images.</source>
        <translation>既无淡入也无保持，网络根本不会生长；请给其中一项几千张图片。</translation>
    </message>
    <message>
        <source>its generator normalises z.</source>
        <translation>其生成器对 z 归一化。</translation>
    </message>
    <message>
        <source>Karras et al.</source>
        <translation>Karras 等</translation>
    </message>
    <message>
        <source>its weights begin at sizes that only fit plain layers (Fix-up).</source>
        <translation>其权重的初始大小只适合普通层 (Fix-up)。</translation>
    </message>
    <message>
        <source>A modern plain GAN: every real is judged against a fake, and two penalties make it converge.</source>
        <translation>现代的朴素 GAN：每张真实图都与一张生成图对比，两个惩罚项使其收敛。</translation>
    </message>
    <message>
        <source>Best final pictures from thousands of images, given a night on a GPU.</source>
        <translation>用数千张图片、在 GPU 上训练一夜，可得到最好的图片。</translation>
    </message>
    <message>
        <source>Residual blocks for each size.</source>
        <translation>每个尺寸的残差块数。</translation>
    </message>
    <message>
        <source>width takes a multiple of 8 here, not {0}.</source>
        <translation>这里的 width 须为 8 的倍数，而不是 {0}。</translation>
    </message>
    <message>
        <source>Longer side of the result. A good picture takes about 20 s at 256 px and 2 minutes at 512 px.</source>
        <translation>结果的长边。一张好图在 256 px 约需 20 秒，512 px 约需 2 分钟。</translation>
    </message>
    <message>
        <source>How much style: 0 leaves the picture as it is, 1 keeps hardly more than its outlines.</source>
        <translation>风格的多少：0 保持原图，1 几乎只剩轮廓。</translation>
    </message>
    <message>
        <source>How large the strokes are, compared with those of the style picture at the size of the result.</source>
        <translation>笔触的大小，与结果尺寸下风格图的笔触相比。</translation>
    </message>
    <message>
        <source>Take the strokes and leave the colours of the picture.</source>
        <translation>采用笔触，保留图片的颜色。</translation>
    </message>
    <message>
        <source>What a style is: Gram matrices (Gatys), or mean and covariance of features.</source>
        <translation>风格的定义：Gram 矩阵 (Gatys)，或特征的均值与协方差。</translation>
    </message>
    <message>
        <source>Steps at each size, from 128 px up.</source>
        <translation>每个尺寸的步数，从 128 px 起。</translation>
    </message>
    <message>
        <source>A mapping network turns noise into styles that steer every layer: the best known pictures and latent space.</source>
        <translation>映射网络把噪声变成控制每一层的风格：已知最好的图片和潜空间。</translation>
    </message>
    <message>
        <source>its mapping normalises z.</source>
        <translation>其映射对 z 归一化。</translation>
    </message>
    <message>
        <source>Share of the batches in which the layers from a random one on take another style.</source>
        <translation>从某个随机层起采用另一风格的批次比例。</translation>
    </message>
    <message>
        <source>Numbers in w.</source>
        <translation>w 的维数。</translation>
    </message>
    <message>
        <source>A layer of N px has this many channels divided by N, 32768 above 256 px in the paper.</source>
        <translation>N px 的层有该数除以 N 个通道，论文中 256 px 以上为 32768。</translation>
    </message>
    <message>
        <source>Most channels of a layer.</source>
        <translation>一层最多的通道数。</translation>
    </message>
    <message>
        <source>Residual ways around the discriminator&apos;s blocks.</source>
        <translation>绕过判别器各块的残差连接。</translation>
    </message>
    <message>
        <source>Few images</source>
        <translation>图片较少</translation>
    </message>
    <message>
        <source>For 100 to 2,000 images: DiffAugment, strong R1 (gamma 10), 300 kimg</source>
        <translation>适合 100 到 2,000 张：DiffAugment、强 R1 (gamma 10)、300 kimg</translation>
    </message>
    <message>
        <source>For 2,000 to 100,000 images: ADA holds the discriminator back as far as needed</source>
        <translation>适合 2,000 到 100,000 张：ADA 按需抑制判别器</translation>
    </message>
    <message>
        <source>Eight mapping layers and path length regularisation, as published for 256 px</source>
        <translation>八个映射层和路径长度正则化，与论文 256 px 相同</translation>
    </message>
    <message>
        <source>Karras et al. 1024</source>
        <translation>Karras 等 1024</translation>
    </message>
    <message>
        <source>As published for 1024 px, with gamma by the rule 0.0002 x 1024² / batch</source>
        <translation>与论文 1024 px 相同，gamma 按 0.0002 x 1024² / 批量</translation>
    </message>
    <message>
        <source>Group of minibatch stddev</source>
        <translation>小批量标准差分组</translation>
    </message>
    <message>
        <source>Eight mapping layers, 512 channels, R1 with gamma 10, 600 thousand images a stage</source>
        <translation>八个映射层，512 通道，R1 gamma 10，每阶段 60 万张图片</translation>
    </message>
    <message>
        <source>Known are RRDB (ESRGAN, Real-ESRGAN) in its three layouts, compact SRVGG and SRResNet.</source>
        <translation>已知的有 RRDB（ESRGAN、Real-ESRGAN）的三种结构、紧凑型 SRVGG 和 SRResNet。</translation>
    </message>
    <message>
        <source>something with {0} tensors, the first of which is called {1}</source>
        <translation>含 {0} 个张量的东西，第一个名为 {1}</translation>
    </message>
    <message>
        <source>a SwinIR, HAT or another transformer</source>
        <translation>SwinIR、HAT 或其他 Transformer</translation>
    </message>
    <message>
        <source>a network that names what is in a picture</source>
        <translation>识别图片内容的网络</translation>
    </message>
    <message>
        <source>a StyleGAN or a restorer of faces such as GFPGAN</source>
        <translation>StyleGAN 或 GFPGAN 之类的人脸修复网络</translation>
    </message>
    <message>
        <source>a kind of RRDB with parts of its own</source>
        <translation>带有自有部分的 RRDB</translation>
    </message>
    <message>
        <source>a discriminator, which judges pictures and makes none</source>
        <translation>判别器，只判断而不生成图片</translation>
    </message>
    <message>
        <source>an EDSR, RCAN or another network of that family</source>
        <translation>EDSR、RCAN 或同族的其他网络</translation>
    </message>
    <message>
        <source>seems to be {0}</source>
        <translation>看来是{0}</translation>
    </message>
    <message>
        <source>takes pictures in an unknown way</source>
        <translation>以未知方式接收图片</translation>
    </message>
    <message>
        <source>has an unknown last layer</source>
        <translation>最后一层未知</translation>
    </message>
    <message>
        <source>enlarges by an unknown factor</source>
        <translation>放大倍数未知</translation>
    </message>
    <message>
        <source>SRResNet x{0}, {1} blocks</source>
        <translation>SRResNet x{0}，{1} 块</translation>
    </message>
    <message>
        <source>SRResNet with BatchNorm x{0}, {1} blocks</source>
        <translation>带 BatchNorm 的 SRResNet x{0}，{1} 块</translation>
    </message>
    <message>
        <source>lacks a convolution that its kind has ({0})</source>
        <translation>缺少此类应有的卷积（{0}）</translation>
    </message>
    <message>
        <source>is too wide ({0})</source>
        <translation>太宽（{0}）</translation>
    </message>
    <message>
        <source>has too many layers, or none</source>
        <translation>层数过多，或没有层</translation>
    </message>
    <message>
        <source>{0} holds no network that enlarges pictures here: it {1}. {2}</source>
        <translation>{0} 中没有可在此放大图片的网络：它{1}。{2}</translation>
    </message>
    <message>
        <source>{0} holds {1} that does not fit: {2}. {3}</source>
        <translation>{0} 中的 {1} 不匹配：{2}。{3}</translation>
    </message>
    <message>
        <source>Learns to make small pictures of your kind larger: first as right as can be, then with sharp detail.</source>
        <translation>学会放大您这类小图：先求尽量正确，再添加锐利的细节。</translation>
    </message>
    <message>
        <source>A folder of a few hundred sharp pictures, and small ones of the same kind that should be larger.</source>
        <translation>一个含几百张清晰图片的文件夹，以及同类的、想要放大的小图。</translation>
    </message>
    <message>
        <source>Width and height of the large patches that it learns from, in pixels.</source>
        <translation>学习所用大图块的宽和高，以像素计。</translation>
    </message>
    <message>
        <source>Patches per step. Sixteen is the published choice.</source>
        <translation>每步的图块数。论文取十六。</translation>
    </message>
    <message>
        <source>How many times larger pictures become.</source>
        <translation>图片放大的倍数。</translation>
    </message>
    <message>
        <source>Pictures are prepared larger than the patch by this factor, and a random part is cut out each time.</source>
        <translation>图片按此倍数准备得比图块大，每次随机裁取一部分。</translation>
    </message>
    <message>
        <source>Show each patch mirrored or turned by quarters at random.</source>
        <translation>随机镜像或旋转每个图块（90 度的倍数）。</translation>
    </message>
    <message>
        <source>Let the first losses ask for somewhat sharper pictures than there are.</source>
        <translation>让最初的损失要求比原图稍锐利的图片。</translation>
    </message>
    <message>
        <source>The network: compact (fast), SRResNet with and without BatchNorm, or dense blocks (slow, best).</source>
        <translation>网络：紧凑型（快），带或不带 BatchNorm 的 SRResNet，或密集块（慢，最好）。</translation>
    </message>
    <message>
        <source>Channels inside the generator.</source>
        <translation>生成器内部的通道数。</translation>
    </message>
    <message>
        <source>Blocks of the generator, or convolutions of the compact one. 0: 16, and 23 dense blocks, as published.</source>
        <translation>生成器的块数，或紧凑型的卷积层数。0：16，密集块 23，与论文相同。</translation>
    </message>
    <message>
        <source>What judges: whole patches (vgg), or every pixel (unet).</source>
        <translation>由谁判断：整个图块 (vgg)，或每个像素 (unet)。</translation>
    </message>
    <message>
        <source>Thousand patches of the first stage, which learns to be right. 0: the GAN begins at once.</source>
        <translation>第一阶段（学习正确）的图块数（千）。0：直接开始 GAN。</translation>
    </message>
    <message>
        <source>Thousand patches after which the second stage is done: its rates are halved four times on the way.</source>
        <translation>第二阶段完成所需的图块数（千）：期间学习率减半四次。</translation>
    </message>
    <message>
        <source>Learning rate of the first stage.</source>
        <translation>第一阶段的学习率。</translation>
    </message>
    <message>
        <source>Learning rate of the generator in the second stage.</source>
        <translation>第二阶段生成器的学习率。</translation>
    </message>
    <message>
        <source>How much it still matters in the second stage to be right, pixel by pixel.</source>
        <translation>第二阶段中逐像素正确仍有多重要。</translation>
    </message>
    <message>
        <source>How much it matters that a network sees the same in both: yours if its weights are here, else the discriminator.</source>
        <translation>让某个网络在两者中看到相同内容的重要程度：若有您的权重则用它，否则用判别器。</translation>
    </message>
    <message>
        <source>Of VGG, what is compared: its last layer, as in SRGAN, or five of them, as in Real-ESRGAN.</source>
        <translation>比较 VGG 的哪些层：如 SRGAN 的最后一层，或如 Real-ESRGAN 的五层。</translation>
    </message>
    <message>
        <source>How much it matters to pass for real.</source>
        <translation>被当作真实图的重要程度。</translation>
    </message>
    <message>
        <source>The discriminator says which of two is more real, rather than what is real.</source>
        <translation>判别器判断两者中哪个更真，而不是判断真假。</translation>
    </message>
    <message>
        <source>SRResNet with BatchNorm, 4 times, as published</source>
        <translation>带 BatchNorm 的 SRResNet，4 倍，与论文相同</translation>
    </message>
    <message>
        <source>A small compact network, 4 times: learns within minutes, without a GPU</source>
        <translation>小型紧凑网络，4 倍：几分钟学会，无需 GPU</translation>
    </message>
    <message>
        <source>First stage</source>
        <translation>第一阶段</translation>
    </message>
    <message>
        <source>Second stage</source>
        <translation>第二阶段</translation>
    </message>
    <message>
        <source>The vgg discriminator halves down to 4 px: it takes patches of 16, 32, 64, 128 and 256 px.</source>
        <translation>vgg 判别器逐次减半到 4 px：图块可为 16、32、64、128 和 256 px。</translation>
    </message>
    <message>
        <source>BatchNorm compares the patches of a step: it needs at least 2 of them.</source>
        <translation>BatchNorm 比较同一步的图块：至少需要 2 个。</translation>
    </message>
    <message>
        <source>Without a first stage the GAN has nothing right to begin with, and often learns black or noise.</source>
        <translation>没有第一阶段，GAN 便没有正确的起点，常会学成黑色或噪声。</translation>
    </message>
    <message>
        <source>it learned with what {0} sees, and here is {1}: give the same weights again</source>
        <translation>它用 {0} 学习，而这里是 {1}：请提供相同的权重</translation>
    </message>
    <message>
        <source>{0} enlarges {1} times, not {2}: choose at most {3}, or enlarge the results once more.</source>
        <translation>{0} 放大 {1} 倍，而不是 {2} 倍：请最多选 {3}，或把结果再放大一次。</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels: 128, or 192x128 where they differ.</source>
        <translation>学习图片的宽和高，以像素计：128；宽高不同时如 192x128。</translation>
    </message>
    <message>
        <source>Pictures of each side per step. One is the published choice.</source>
        <translation>每步每侧的图片数。论文取一。</translation>
    </message>
    <message>
        <source>Split each step&apos;s pictures into so many parts, one after the other: the same step in less memory.</source>
        <translation>把每步的图片分成这么多份依次处理：同样的一步，所需内存更少。</translation>
    </message>
    <message>
        <source>Pictures are prepared larger by this factor and a random part is cut out each time (286 to 256 px).</source>
        <translation>图片按此倍数放大准备，每次随机裁取一部分（286 到 256 px）。</translation>
    </message>
    <message>
        <source>Show each picture mirrored half of the time. Not for text.</source>
        <translation>一半的时候以镜像显示图片。不适合文字。</translation>
    </message>
    <message>
        <source>Learning rate of the generators.</source>
        <translation>生成器的学习率。</translation>
    </message>
    <message>
        <source>Epochs at the full learning rate. A budget of steps or kimg is divided between these and the falling ones.</source>
        <translation>保持完整学习率的轮数。步数或 kimg 预算会在这些轮与下降轮之间分配。</translation>
    </message>
    <message>
        <source>{0} works where both sides are multiples of 4 from 16 to 512 px and one is at most {1} times the other, such as {2} px, not at {3} px.</source>
        <translation>{0} 要求两边都是 16 到 512 px 之间 4 的倍数，且一边最多为另一边的 {1} 倍，例如 {2} px，不能用 {3} px。</translation>
    </message>
    <message>
        <source>Residual blocks of the generator. 0: 6 up to 128 px and 9 above, as published.</source>
        <translation>生成器的残差块数。0：128 px 以内 6 个，以上 9 个，与论文相同。</translation>
    </message>
    <message>
        <source>How the generator enlarges: transposed convolutions, or nearest, then a convolution (no chequered pattern).</source>
        <translation>生成器如何放大：转置卷积，或最近邻再卷积（没有棋盘格）。</translation>
    </message>
    <message>
        <source>How far the discriminator sees: 3 layers judge patches of 70 px, 1 layer 16 px. Small pictures get fewer.</source>
        <translation>判别器看多远：3 层判断 70 px 的图块，1 层 16 px。小图会用更少的层。</translation>
    </message>
    <message>
        <source>Grey on one side and colour on the other, or both as the pictures are prepared.</source>
        <translation>一侧灰度、另一侧彩色，或两侧都按图片准备的方式。</translation>
    </message>
    <message>
        <source>Compute parts twice rather than keep them: a third slower, and far less memory.</source>
        <translation>部分内容算两次而不保留：慢三分之一，所需内存少得多。</translation>
    </message>
    <message>
        <source>What the networks play for.</source>
        <translation>网络博弈的目标。</translation>
    </message>
    <message>
        <source>Learning rate of the discriminators.</source>
        <translation>判别器的学习率。</translation>
    </message>
    <message>
        <source>batch {0} cannot be split into {1} equal parts.</source>
        <translation>批量 {0} 无法分成 {1} 等份。</translation>
    </message>
    <message>
        <source>grey to colour</source>
        <translation>灰度到彩色</translation>
    </message>
    <message>
        <source>colour to grey</source>
        <translation>彩色到灰度</translation>
    </message>
    <message>
        <source>it keeps {0} old pictures, here are {1}</source>
        <translation>它保留 {0} 张旧图片，这里有 {1} 张</translation>
    </message>
    <message>
        <source>Enlarges by repeating pixels and smooths by convolutions: no checkerboard patterns, any size.</source>
        <translation>通过重复像素放大，再用卷积平滑：没有棋盘格，任意尺寸。</translation>
    </message>
    <message>
        <source>Odena, Dumoulin, Olah 2016, Deconvolution and Checkerboard Artifacts, distill.pub</source>
        <translation>Odena, Dumoulin, Olah 2016, Deconvolution and Checkerboard Artifacts, distill.pub</translation>
    </message>
    <message>
        <source>Channels of the widest-resolution layer.</source>
        <translation>最高分辨率层的通道数。</translation>
    </message>
    <message>
        <source>Share of the discriminator&apos;s features that are silenced at random each step (style notes).</source>
        <translation>每步随机关闭的判别器特征比例（notes 风格）。</translation>
    </message>
    <message>
        <source>The note&apos;s networks for 32 px: dropout 0.25, batches of 32</source>
        <translation>讲义中 32 px 的网络：Dropout 0.25，批量 32</translation>
    </message>
    <message>
        <source>Spectral norm, R1 every 16 steps and small shifts instead of BatchNorm and dropout</source>
        <translation>谱归一化、每 16 步一次 R1 和小幅平移，代替 BatchNorm 和 Dropout</translation>
    </message>
    <message>
        <source>{0} works from 8 to 256 px, not at {1} px.</source>
        <translation>{0} 可用 8 到 256 px，不能用 {1} px。</translation>
    </message>
    <message>
        <source>The deep style halves down to 4 px: use{0} 16, 32, 64, 128 or 256 px, not {1}.</source>
        <translation>deep 风格逐次减半到 4 px：请用{0} 16、32、64、128 或 256 px，而不是 {1}。</translation>
    </message>
    <message>
        <source> {0} px, or</source>
        <translation> {0} px，或</translation>
    </message>
    <message>
        <source>Notes 2 and 4</source>
        <translation>讲义 2 和 4</translation>
    </message>
    <message>
        <source>A Wasserstein critic whose slope is held at 1 by a penalty instead of clipping its weights.</source>
        <translation>Wasserstein 评论器，用惩罚把斜率保持在 1，而不是裁剪权重。</translation>
    </message>
    <message>
        <source>Arjovsky et al.</source>
        <translation>Arjovsky 等</translation>
    </message>
    <message>
        <source>RMSprop at 0.00005, weights cut to 0.01, five critic steps, 64 channels</source>
        <translation>RMSprop 0.00005，权重裁剪到 0.01，五个评论器步，64 通道</translation>
    </message>
    <message>
        <source>Gulrajani et al.</source>
        <translation>Gulrajani 等</translation>
    </message>
    <message>
        <source>linear head on {0}</source>
        <translation>{0} 上的线性头</translation>
    </message>
    <message>
        <source>ResNet-18 of torchvision, from the beginning</source>
        <translation>torchvision 的 ResNet-18，从头训练</translation>
    </message>
    <message>
        <source>Copies can be told only among four training images or more.</source>
        <translation>至少有四张训练图片才能识别复制品。</translation>
    </message>
    <message>
        <source>A score needs the features of at least two images on each side.</source>
        <translation>评分每侧至少需要两张图片的特征。</translation>
    </message>
    <message>
        <source>Some features are not finite: the images or the feature extractor are broken.</source>
        <translation>部分特征不是有限数：图片或特征网络有问题。</translation>
    </message>
    <message>
        <source>{0} has weights of an architecture that is not known here. Known are Inception v3, SqueezeNet 1.1, VGG16, VGG19 and the CIFAR-10 ResNet-20.</source>
        <translation>{0} 的权重属于此处未知的架构。已知的有 Inception v3、SqueezeNet 1.1、VGG16、VGG19 和 CIFAR-10 ResNet-20。</translation>
    </message>
    <message>
        <source>Inception v3 (TensorFlow 2015)</source>
        <translation>Inception v3 (TensorFlow 2015)</translation>
    </message>
    <message>
        <source>Inception v3 (torchvision)</source>
        <translation>Inception v3 (torchvision)</translation>
    </message>
    <message>
        <source>SqueezeNet 1.1</source>
        <translation>SqueezeNet 1.1</translation>
    </message>
    <message>
        <source>CIFAR-10 ResNet-20</source>
        <translation>CIFAR-10 ResNet-20</translation>
    </message>
    <message>
        <source>There are no pictures to score.</source>
        <translation>没有可评分的图片。</translation>
    </message>
    <message>
        <source>built-in statistics</source>
        <translation>内置统计量</translation>
    </message>
    <message>
        <source>{0} is neither a file with weights nor one of: builtin, inception.</source>
        <translation>{0} 既不是权重文件，也不是 builtin 或 inception。</translation>
    </message>
    <message>
        <source>These weights do not fit the architecture they look like: {0} differs.</source>
        <translation>这些权重与其看似的架构不符：{0} 不同。</translation>
    </message>
    <message>
        <source>These weights hold invalid numbers.</source>
        <translation>这些权重含有无效数值。</translation>
    </message>
    <message>
        <source>Inception v3 is not here yet ({0} MB): say --download to fetch it once, or give a file with its weights to --features.</source>
        <translation>Inception v3 尚不在此（{0} MB）：用 --download 获取一次，或用 --features 指定权重文件。</translation>
    </message>
    <message>
        <source>{0} is not the file that was published (checksum): remove it and say --download, or give it with --features if you trust it.</source>
        <translation>{0} 不是所发布的文件（校验和不符）：请删除后用 --download，或在信任它时用 --features 指定。</translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}); fetch it elsewhere and give the file with --features.</source>
        <translation>无法获取 {0}（{1}）；请在别处获取并用 --features 指定。</translation>
    </message>
    <message>
        <source>{0} sent other bytes than promised (checksum); they were not kept.</source>
        <translation>{0} 发来的内容与承诺不符（校验和）；未保留。</translation>
    </message>
    <message>
        <source>{0} sends more than promised; it was not kept.</source>
        <translation>{0} 发来的内容多于承诺；未保留。</translation>
    </message>
    <message>
        <source>N is {0}, which biases {1}: compare only with scores of the same N and features.</source>
        <translation>N 为 {0}，会使 {1} 有偏差：只与 N 和特征相同的评分比较。</translation>
    </message>
    <message>
        <source>With built-in features noise can pass for precision and density: go by coverage and recall.</source>
        <translation>使用内置特征时，噪声可能骗过 precision 和 density：请看 coverage 和 recall。</translation>
    </message>
    <message>
        <source>these features come without classes; take Inception v3 (--features inception).</source>
        <translation>这些特征不含类别；请使用 Inception v3 (--features inception)。</translation>
    </message>
    <message>
        <source>IS of the real images</source>
        <translation>真实图片的 IS</translation>
    </message>
    <message>
        <source>copies held out</source>
        <translation>留出图的复制品</translation>
    </message>
    <message>
        <source>FID of real against real, half N</source>
        <translation>真实图对真实图的 FID，N 减半</translation>
    </message>
    <message>
        <source>These scores look at {0} neighbours, so they need more than {1} images.</source>
        <translation>这些评分要看 {0} 个邻居，因此需要多于 {1} 张图片。</translation>
    </message>
    <message>
        <source>{0} points ({1} to {2})</source>
        <translation>{0} 点（{1} 至 {2}）</translation>
    </message>
    <message>
        <source>An interval needs two pairs of trainings or more.</source>
        <translation>区间需要两对或更多的训练。</translation>
    </message>
    <message>
        <source>made no difference</source>
        <translation>没有差别</translation>
    </message>
    <message>
        <source>{0} is not there; name a file with the weights of SqueezeNet 1.1.</source>
        <translation>{0} 不存在；请指定 SqueezeNet 1.1 的权重文件。</translation>
    </message>
    <message>
        <source>{0} is not the file that was published (checksum): remove it and fetch it again.</source>
        <translation>{0} 不是所发布的文件（校验和不符）：请删除并重新获取。</translation>
    </message>
    <message>
        <source>Style is seen with SqueezeNet 1.1, whose weights are not here yet: give a file with them (`ganstudio style --features FILE`, or on the page Enhance), or fetch it once ({0} MB, `ganstudio style --download`).</source>
        <translation>风格由 SqueezeNet 1.1 识别，其权重尚不在此：请指定权重文件（`ganstudio style --features FILE`，或在“增强”页面），或获取一次（{0} MB，`ganstudio style --download`）。</translation>
    </message>
    <message>
        <source>{0} cannot compare pictures: give weights of SqueezeNet 1.1 or VGG.</source>
        <translation>{0} 不能比较图片：请提供 SqueezeNet 1.1 或 VGG 的权重。</translation>
    </message>
    <message>
        <source>the discriminator is calibrated on {0} held-out pictures or more</source>
        <translation>判别器需用 {0} 张或更多留出图片校准</translation>
    </message>
    <message>
        <source>Its pictures are {0}.</source>
        <translation>它的图片为 {0}。</translation>
    </message>
    <message>
        <source>, and to the eye of a network {0} {1}</source>
        <translation>，而在网络看来{0} {1}</translation>
    </message>
    <message>
        <source>The losses are no longer numbers (NaN or infinite).</source>
        <translation>损失已不是数值（NaN 或无穷大）。</translation>
    </message>
    <message>
        <source>Go back to the last checkpoint with half the learning rates.</source>
        <translation>以减半的学习率回到最后的检查点。</translation>
    </message>
    <message>
        <source>The enlarged pictures are black.</source>
        <translation>放大的图片是黑的。</translation>
    </message>
    <message>
        <source>Go back to the end of the first stage; halve the adversarial weight or the generator&apos;s learning rate.</source>
        <translation>请回到第一阶段末尾；把对抗权重或生成器学习率减半。</translation>
    </message>
    <message>
        <source>The colours have shifted: they are off by {0} of 255 on average.</source>
        <translation>颜色发生偏移：平均偏差 {0}（满 255）。</translation>
    </message>
    <message>
        <source>Raise the fidelity weight, which holds the colours.</source>
        <translation>请提高忠实权重，它能保住颜色。</translation>
    </message>
    <message>
        <source>There is a chequered pattern in the enlarged pictures.</source>
        <translation>放大的图片中有棋盘格纹。</translation>
    </message>
    <message>
        <source>It mostly goes when it trains for longer; else halve the learning rates, or take the rrdb generator.</source>
        <translation>训练更久通常会消失；否则把学习率减半，或使用 rrdb 生成器。</translation>
    </message>
    <message>
        <source>Stop here: the best checkpoint is kept. A smaller adversarial weight helps, or a blend of both stages.</source>
        <translation>请在此停止：最佳检查点已保留。减小对抗权重，或混合两个阶段会有帮助。</translation>
    </message>
    <message>
        <source>It has only just begun: it is measured on pictures that it does not learn from.</source>
        <translation>才刚开始：用它没有学习的图片来测量。</translation>
    </message>
    <message>
        <source>The second stage has cost {0} dB, and the usual price is {1}.</source>
        <translation>第二阶段损失了 {0} dB，通常的代价是 {1}。</translation>
    </message>
    <message>
        <source>Artefacts grow: it gets worse by both measures, score after score.</source>
        <translation>伪影在增加：两项指标一次比一次差。</translation>
    </message>
    <message>
        <source>The second stage has begun: pictures become sharper, and PSNR falls by about {0} dB, as published. That is no fault.</source>
        <translation>第二阶段已开始：图片变得更锐利，PSNR 约下降 {0} dB，与论文一致。这不是故障。</translation>
    </message>
    <message>
        <source>Afterwards one slider blends the two stages, on the page Enhance.</source>
        <translation>之后可在“增强”页面用一个滑块混合两个阶段。</translation>
    </message>
    <message>
        <source>D(held out)</source>
        <translation>D(留出)</translation>
    </message>
    <message>
        <source>The training images are almost all the same: there is little to learn from them.</source>
        <translation>训练图片几乎全都一样：学不到什么。</translation>
    </message>
    <message>
        <source>Add different images.</source>
        <translation>请添加不同的图片。</translation>
    </message>
    <message>
        <source>It learns, but slowly.</source>
        <translation>它在学习，但很慢。</translation>
    </message>
    <message>
        <source>Learning well.</source>
        <translation>学得很好。</translation>
    </message>
    <message>
        <source>Pictures that go there and back come back {0} off</source>
        <translation>来回转换的图片回来时偏差 {0}</translation>
    </message>
    <message>
        <source>Places are found again better and better.</source>
        <translation>位置越来越容易重新找到。</translation>
    </message>
    <message>
        <source>The style comes nearer.</source>
        <translation>风格越来越接近。</translation>
    </message>
    <message>
        <source>The networks keep each other busy.</source>
        <translation>网络彼此势均力敌。</translation>
    </message>
    <message>
        <source>Pictures come out as they went in: they change by {0} of the range.</source>
        <translation>图片出来和进去一样：只改变了取值范围的 {0}。</translation>
    </message>
    <message>
        <source>Lower the identity weight, or choose two folders that differ more.</source>
        <translation>请降低恒等权重，或选择差异更大的两个文件夹。</translation>
    </message>
    <message>
        <source>Mode collapse: what comes out varies {0} as much as real pictures do.</source>
        <translation>模式坍缩：输出的变化只有真实图片的 {0}。</translation>
    </message>
    <message>
        <source>Go on from an earlier checkpoint with half the learning rates.</source>
        <translation>从较早的检查点以减半的学习率继续。</translation>
    </message>
    <message>
        <source>The discriminators are hardly ever wrong: the generators learn little from them.</source>
        <translation>判别器几乎从不出错：生成器学不到什么。</translation>
    </message>
    <message>
        <source>Halve the discriminators&apos; learning rate.</source>
        <translation>把判别器的学习率减半。</translation>
    </message>
    <message>
        <source>The way back is lost: pictures come back {0} off, and it was {1}.</source>
        <translation>返回的路丢失了：图片回来时偏差 {0}，原先为 {1}。</translation>
    </message>
    <message>
        <source>Places of a picture are not found again in what became of it.</source>
        <translation>图片中的位置在转换结果里找不到对应。</translation>
    </message>
    <message>
        <source>Raise the weight of what corresponds, or halve the generator&apos;s learning rate.</source>
        <translation>请提高对应权重，或把生成器的学习率减半。</translation>
    </message>
    <message>
        <source>It has only just begun: pictures change after some hundred steps.</source>
        <translation>才刚开始：几百步之后图片才会改变。</translation>
    </message>
    <message>
        <source>{0}, less and less.</source>
        <translation>{0}，且越来越小。</translation>
    </message>
    <message>
        <source> to {0} times its lowest</source>
        <translation> 到最低值的 {0} 倍</translation>
    </message>
    <message>
        <source>The two networks keep each other busy.</source>
        <translation>两个网络势均力敌。</translation>
    </message>
    <message>
        <source>Learning well. {0}</source>
        <translation>学得很好。{0}</translation>
    </message>
    <message>
        <source>The last score is the lowest of all.</source>
        <translation>最近的评分是迄今最低的。</translation>
    </message>
    <message>
        <source>Mode collapse: the samples vary {0} as much as the training images.</source>
        <translation>模式坍缩：样本的变化只有训练图片的 {0}。</translation>
    </message>
    <message>
        <source>Go on from an earlier checkpoint with a slower generator, or choose a Wasserstein loss (WGAN-GP).</source>
        <translation>从较早的检查点以较慢的生成器继续，或选择 Wasserstein 损失 (WGAN-GP)。</translation>
    </message>
    <message>
        <source>The discriminator is too strong: it is hardly ever wrong, and the generator learns little from it.</source>
        <translation>判别器太强：它几乎从不出错，生成器学不到什么。</translation>
    </message>
    <message>
        <source>Halve the discriminator&apos;s learning rate, or smooth its labels.</source>
        <translation>把判别器的学习率减半，或平滑其标签。</translation>
    </message>
    <message>
        <source>The generator is too strong: the discriminator takes its images for more real than the real ones, and what it teaches is chance.</source>
        <translation>生成器太强：判别器认为它的图片比真实图更真，所教的只是偶然。</translation>
    </message>
    <message>
        <source>Halve the generator&apos;s learning rate.</source>
        <translation>把生成器的学习率减半。</translation>
    </message>
    <message>
        <source>The two networks chase each other: now one wins, now the other, and neither settles.</source>
        <translation>两个网络互相追逐：时而一方赢，时而另一方赢，都稳不下来。</translation>
    </message>
    <message>
        <source>Halve both learning rates.</source>
        <translation>把两个学习率都减半。</translation>
    </message>
    <message>
        <source>Nothing is being learned: the losses have not moved.</source>
        <translation>没有在学习：损失没有变化。</translation>
    </message>
    <message>
        <source>Raise the learning rates; the usual ones are 0.0002.</source>
        <translation>请提高学习率；通常为 0.0002。</translation>
    </message>
    <message>
        <source>The discriminator knows its images by heart: it takes real images it has not seen for generated ones.</source>
        <translation>判别器已死记住图片：它把没见过的真实图片当作生成图。</translation>
    </message>
    <message>
        <source>Add images{0}; more training will not help.</source>
        <translation>请添加图片{0}；继续训练没有帮助。</translation>
    </message>
    <message>
        <source>It is past its best: the score has risen{0}, more than chance explains.</source>
        <translation>已过最佳时刻：评分上升{0}，超出偶然所能解释。</translation>
    </message>
    <message>
        <source>The best checkpoint is kept: stop, or go on from it with half the learning rates.</source>
        <translation>最佳检查点已保留：可以停止，或从它以减半的学习率继续。</translation>
    </message>
    <message>
        <source>There are only {0} training images: a GAN learns so few by heart.</source>
        <translation>只有 {0} 张训练图片：这么少，GAN 会死记硬背。</translation>
    </message>
    <message>
        <source>Add images if there are more (some hundred are the least){0}.</source>
        <translation>如有更多图片请添加（至少几百张）{0}。</translation>
    </message>
    <message>
        <source>It copies: {0} of the samples are training images, against {1} of new real ones.</source>
        <translation>它在抄袭：{0} 的样本就是训练图片，而新的真实图片中只有 {1}。</translation>
    </message>
    <message>
        <source>Use an earlier checkpoint, add images{0}.</source>
        <translation>请使用较早的检查点，添加图片{0}。</translation>
    </message>
    <message>
        <source>, mirror them, or switch augmentation on</source>
        <translation>、镜像图片，或开启增广</translation>
    </message>
    <message>
        <source> or mirror them</source>
        <translation> 或镜像图片</translation>
    </message>
    <message>
        <source>It has only just begun: the first shapes come after some thousand images.</source>
        <translation>才刚开始：几千张图片之后才会出现最初的形状。</translation>
    </message>
    <message>
        <source>Variety is rising.</source>
        <translation>多样性在上升。</translation>
    </message>
    <message>
        <source>It learns, but {0}. {1}</source>
        <translation>它在学习，但{0}。{1}</translation>
    </message>
    <message>
        <source>the discriminator tells nearly all of its pictures from real ones</source>
        <translation>判别器几乎能分辨它的所有图片</translation>
    </message>
    <message>
        <source>its pictures are still much alike</source>
        <translation>它的图片彼此仍很相似</translation>
    </message>
    <message>
        <source>its pictures score worse than blurred training images</source>
        <translation>它的图片评分不如模糊的训练图片</translation>
    </message>
    <message>
        <source>The directions of {0} cannot be read ({1} is damaged); they can be found anew.</source>
        <translation>无法读取 {0} 的方向（{1} 已损坏）；可重新寻找。</translation>
    </message>
    <message>
        <source>The discriminator of this run has no layers to read from.</source>
        <translation>此运行的判别器没有可读取的层。</translation>
    </message>
    <message>
        <source>The discriminator of this run gives no features.</source>
        <translation>此运行的判别器不提供特征。</translation>
    </message>
    <message>
        <source>This generator has no layers that read w.</source>
        <translation>此生成器没有读取 w 的层。</translation>
    </message>
    <message>
        <source>Mark at least one picture that has it and one that does not.</source>
        <translation>请至少标记一张有该特征的和一张没有的图片。</translation>
    </message>
    <message>
        <source>The pictures on both sides are the same; mark others.</source>
        <translation>两边的图片相同；请标记其他图片。</translation>
    </message>
    <message>
        <source>This generator has no layer to take directions from.</source>
        <translation>此生成器没有可取方向的层。</translation>
    </message>
    <message>
        <source>The generator&apos;s first layer is not used.</source>
        <translation>生成器的第一层未被使用。</translation>
    </message>
    <message>
        <source>Pin a place first.</source>
        <translation>请先固定一个位置。</translation>
    </message>
    <message>
        <source>{0} pins need at least {1} frames, not {2}.</source>
        <translation>{0} 个图钉至少需要 {1} 帧，而不是 {2}。</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>there is no visit {0}</source>
        <translation>没有第 {0} 次访问</translation>
    </message>
    <message>
        <source>The journey of {0} cannot be read ({1}); a new one begins</source>
        <translation>无法读取 {0} 的足迹（{1}）；将开始新的足迹</translation>
    </message>
    <message>
        <source>it is from another version of GAN Studio</source>
        <translation>来自另一版本的 GAN Studio</translation>
    </message>
    <message>
        <source>{0}, and the old one is kept as {1}.</source>
        <translation>{0}，旧文件保留为 {1}。</translation>
    </message>
    <message>
        <source>What trains now turns images into images; there is no noise to explore.</source>
        <translation>当前训练的是把图片变成图片；没有可探索的噪声。</translation>
    </message>
    <message>
        <source>This network gives no features that could be compared place by place.</source>
        <translation>此网络不提供可逐位置比较的特征。</translation>
    </message>
    <message>
        <source>A latent is a seed, numbers, or a share between two.</source>
        <translation>潜向量是种子、一组数，或两者之间的比例。</translation>
    </message>
    <message>
        <source>A latent is nested too deeply.</source>
        <translation>潜向量嵌套过深。</translation>
    </message>
    <message>
        <source>A latent&apos;s numbers are a list.</source>
        <translation>潜向量的数应为列表。</translation>
    </message>
    <message>
        <source>The layers of a mix are a short list.</source>
        <translation>混合的层应为短列表。</translation>
    </message>
    <message>
        <source>In {0} there is no {1}.</source>
        <translation>{0} 中没有 {1}。</translation>
    </message>
    <message>
        <source>In {0} there is something unknown: {1}.</source>
        <translation>{0} 中有未知内容：{1}。</translation>
    </message>
    <message>
        <source>What should be {0} is not.</source>
        <translation>本应是 {0} 的内容不是。</translation>
    </message>
    <message>
        <source>What should be {0} is not a number.</source>
        <translation>本应是 {0} 的内容不是数。</translation>
    </message>
    <message>
        <source>{0} is outside {1} to {2}.</source>
        <translation>{0} 超出 {1} 到 {2} 的范围。</translation>
    </message>
    <message>
        <source>{0} is not a whole number from {1} to {2}.</source>
        <translation>{0} 不是 {1} 到 {2} 之间的整数。</translation>
    </message>
    <message>
        <source>What should be {0} is not a short text.</source>
        <translation>本应是 {0} 的内容不是短文本。</translation>
    </message>
    <message>
        <source>This generator has no intermediate space w; the point was made with one that has.</source>
        <translation>此生成器没有中间空间 w；该点由带有 w 的生成器产生。</translation>
    </message>
    <message>
        <source>This generator cannot blend classes; choose one class.</source>
        <translation>此生成器不能混合类别；请选择一个类别。</translation>
    </message>
    <message>
        <source>The direction {0} is not there any more.</source>
        <translation>方向 {0} 已不存在。</translation>
    </message>
    <message>
        <source>The direction {0} belongs to another generator.</source>
        <translation>方向 {0} 属于另一个生成器。</translation>
    </message>
    <message>
        <source>This generator has no class called {0}; it has {1}.</source>
        <translation>此生成器没有名为 {0} 的类别；有 {1}。</translation>
    </message>
    <message>
        <source>The point has {0} numbers, this generator takes {1}.</source>
        <translation>该点有 {0} 个数，此生成器接受 {1} 个。</translation>
    </message>
    <message>
        <source>The photograph is {0}, this generator draws {1}.</source>
        <translation>照片是 {0}，此生成器绘制 {1}。</translation>
    </message>
    <message>
        <source>{0} points need at least {1} frames, not {2}</source>
        <translation>{0} 个点至少需要 {1} 帧，而不是 {2}</translation>
    </message>
    <message>
        <source>animations are written as {0}, not as {1}</source>
        <translation>动画写成 {0}，而不是 {1}</translation>
    </message>
    <message>
        <source>pictures are written as {0}, not as {1}</source>
        <translation>图片写成 {0}，而不是 {1}</translation>
    </message>
    <message>
        <source>MP4 needs PyAV: {0}, or choose .webp or .gif.</source>
        <translation>MP4 需要 PyAV：{0}，或选择 .webp 或 .gif。</translation>
    </message>
    <message>
        <source>ONNX needs its libraries: {0}, or choose .safetensors.</source>
        <translation>ONNX 需要其库：{0}，或选择 .safetensors。</translation>
    </message>
    <message>
        <source>the fourth channel; the colours c are weighted by it: (c + 1) (alpha + 1) / 2 - 1</source>
        <translation>the fourth channel; the colours c are weighted by it: (c + 1) (alpha + 1) / 2 - 1</translation>
    </message>
    <message>
        <source>generators are written as {0}, not as {1}</source>
        <translation>生成器写成 {0}，而不是 {1}</translation>
    </message>
    <message>
        <source>There are no pictures in {0}.{1}</source>
        <translation>{0} 中没有图片。{1}</translation>
    </message>
    <message>
        <source>its result of {0} x {1} px is larger than {2} holds: give it as PNG</source>
        <translation>{0} x {1} px 的结果超出 {2} 的容量：请输出为 PNG</translation>
    </message>
    <message>
        <source>its result of {0} x {1} px needs {2} GB of memory</source>
        <translation>{0} x {1} px 的结果需要 {2} GB 内存</translation>
    </message>
    <message>
        <source>{0} {1} the folder of the pictures; choose another.</source>
        <translation>{0} {1}图片所在的文件夹；请选择其他文件夹。</translation>
    </message>
    <message>
        <source>more than 8 bits a channel became 8</source>
        <translation>每通道超过 8 位的已变为 8 位</translation>
    </message>
    <message>
        <source>no video: it has no pictures</source>
        <translation>不是视频：没有画面</translation>
    </message>
    <message>
        <source>inside an archive: unpack it first</source>
        <translation>在压缩包中：请先解压</translation>
    </message>
    <message>
        <source>its result could not be written: {0}</source>
        <translation>无法写入结果：{0}</translation>
    </message>
    <message>
        <source>Made by a trained model (GAN Studio)</source>
        <translation>由训练的模型生成 (GAN Studio)</translation>
    </message>
    <message>
        <source>not a video that can be read ({0})</source>
        <translation>无法读取的视频（{0}）</translation>
    </message>
    <message>
        <source>too large: {0} x {1} pixels</source>
        <translation>太大：{0} x {1} 像素</translation>
    </message>
    <message>
        <source>{0} has 1 real picture: what is drawn of it shows hardly more.</source>
        <translation>{0} 只有 1 张真实图片：据此绘制的不会有更多内容。</translation>
    </message>
    <message>
        <source>{0} synthetic pictures by {1}</source>
        <translation>{1} 生成的 {0} 张合成图片</translation>
    </message>
    <message>
        <source>{0} has learned without classes, so none can be filled up: train with --labels and a recipe that knows classes, such as cgan.</source>
        <translation>{0} 学习时没有类别，因此无法补充：请用 --labels 和支持类别的配方（如 cgan）训练。</translation>
    </message>
    <message>
        <source>{0} has no classes: put the pictures of each into a subfolder of its name.</source>
        <translation>{0} 没有类别：请把每一类的图片放入同名子文件夹。</translation>
    </message>
    <message>
        <source>There is only one class, {0}, so none is larger to fill it up to: say how many with --to N.</source>
        <translation>只有一个类别 {0}，没有更大的类别可供对齐：请用 --to N 指定数量。</translation>
    </message>
    <message>
        <source>Every class has {0} pictures or more already: say how many there should be with --to N.</source>
        <translation>每一类都已有 {0} 张或更多图片：请用 --to N 指定数量。</translation>
    </message>
    <message>
        <source>{0} is there already and not empty: choose another folder for --out.</source>
        <translation>{0} 已存在且不为空：请为 --out 选择其他文件夹。</translation>
    </message>
    <message>
        <source>{0} and on, {1} apart for each class</source>
        <translation>从 {0} 起，每类间隔 {1}</translation>
    </message>
    <message>
        <source>{0} pictures; {1} held out and {2} set aside for a test, which no filter has seen</source>
        <translation>{0} 张图片；留出 {1} 张，另有 {2} 张用于测试，筛选未见过</translation>
    </message>
    <message>
        <source>{0} is not a class that {1} has learned; it knows {2}.</source>
        <translation>{0} 不是 {1} 学过的类别；它认识 {2}。</translation>
    </message>
    <message>
        <source>Nothing was rejected by the discriminator: {0}.</source>
        <translation>判别器没有拒绝任何图片：{0}。</translation>
    </message>
    <message>
        <source>{0}: the filters kept {1} of the {2} wanted; it was given up after {3} pictures. Train longer, or leave a filter out.</source>
        <translation>{0}：筛选只留下 {2} 张中的 {1} 张；绘制 {3} 张后放弃。请训练更久，或去掉一个筛选。</translation>
    </message>
    <message>
        <source>copies of training pictures</source>
        <translation>训练图片的复制品</translation>
    </message>
    <message>
        <source>unlike the real pictures of their class</source>
        <translation>与本类真实图片不像</translation>
    </message>
    <message>
        <source>taken for another class by a classifier</source>
        <translation>被分类器认作其他类别</translation>
    </message>
    <message>
        <source>rejected by the discriminator</source>
        <translation>被判别器拒绝</translation>
    </message>
    <message>
        <source>This branch begins with the averaged generator of step {0}, of which no more was kept; its opponent is the one of step {1}, and the generator&apos;s optimiser begins anew.</source>
        <translation>此分支从第 {0} 步的平均生成器开始，其余未保留；对手是第 {1} 步的判别器，生成器的优化器重新开始。</translation>
    </message>
    <message>
        <source>The optimiser of the {0} begins anew: the old one was of another kind.</source>
        <translation>{0} 的优化器重新开始：旧的属于另一种类。</translation>
    </message>
    <message>
        <source>{0} would make other networks than the trained ones, so a branch cannot change that: start a new run.</source>
        <translation>{0} 会得到与已训练的不同的网络，因此分支不能更改它：请开始新的运行。</translation>
    </message>
    <message>
        <source>has other networks</source>
        <translation>网络不同</translation>
    </message>
    <message>
        <source>{0} has no whole checkpoint to take the discriminator from.</source>
        <translation>{0} 没有可取用判别器的完整检查点。</translation>
    </message>
    <message>
        <source>{0} shapes the networks and cannot change in a branch: start a new run.</source>
        <translation>{0} 决定网络结构，分支中不能更改：请开始新的运行。</translation>
    </message>
    <message>
        <source>Install the program from source, where parts can be chosen: its README says how.</source>
        <translation>请从源代码安装本程序，那里可以选择组件：方法见 README。</translation>
    </message>
    <message>
        <source>GAN Studio {0}, Python {1}, {2}.</source>
        <translation>GAN Studio {0}，Python {1}，{2}。</translation>
    </message>
    <message>
        <source>{0} of {1} memory free, {2} processor cores.</source>
        <translation>内存可用 {0} / {1}，{2} 个处理器核心。</translation>
    </message>
    <message>
        <source>MP4 films, and videos to translate</source>
        <translation>MP4 影片，以及转换视频</translation>
    </message>
    <message>
        <source>generators as ONNX files for other programs</source>
        <translation>把生成器存为 ONNX 供其他程序使用</translation>
    </message>
    <message>
        <source>HEIC and HEIF photographs of phones</source>
        <translation>手机的 HEIC 和 HEIF 照片</translation>
    </message>
    <message>
        <source>Parquet tables of pictures as data sets</source>
        <translation>以 Parquet 图片表作为数据集</translation>
    </message>
    <message>
        <source>PySide6 {0} ends long runs on Python 3.11 with an abort.</source>
        <translation>PySide6 {0} 在 Python 3.11 上会使长时间的运行异常终止。</translation>
    </message>
    <message>
        <source>PyTorch {0}, </source>
        <translation>PyTorch {0}， </translation>
    </message>
    <message>
        <source>{0}; no card is here, and the build for the CPU is gigabytes smaller.</source>
        <translation>{0}；这里没有显卡，CPU 版本会小好几 GB。</translation>
    </message>
    <message>
        <source>{0}; it trains on the CPU.</source>
        <translation>{0}；在 CPU 上训练。</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but its driver does not answer (nvidia-smi).</source>
        <translation>有 NVIDIA 显卡，但驱动没有响应 (nvidia-smi)。</translation>
    </message>
    <message>
        <source>Not installed ({0}); it brings {1}.</source>
        <translation>未安装（{0}）；提供{1}。</translation>
    </message>
    <message>
        <source> On Debian or Ubuntu: </source>
        <translation> 在 Debian 或 Ubuntu 上： </translation>
    </message>
    <message>
        <source>built for the CPU</source>
        <translation>CPU 版本</translation>
    </message>
    <message>
        <source>{0}; it trains on {1}.</source>
        <translation>{0}；在 {1} 上训练。</translation>
    </message>
    <message>
        <source>{0}; it trains on the Apple GPU.</source>
        <translation>{0}；在 Apple GPU 上训练。</translation>
    </message>
    <message>
        <source>{0}: it cannot use the graphics card that is here.</source>
        <translation>{0}：无法使用现有的显卡。</translation>
    </message>
    <message>
        <source>Until then, training runs on the CPU.</source>
        <translation>在此之前，训练在 CPU 上进行。</translation>
    </message>
    <message>
        <source>There is an AMD card; PyTorch&apos;s ROCm build may be able to use it (not tried with this program).</source>
        <translation>有 AMD 显卡；PyTorch 的 ROCm 版本或许可用（未在本程序中试过）。</translation>
    </message>
    <message>
        <source>{0} cannot be written.</source>
        <translation>无法写入 {0}。</translation>
    </message>
    <message>
        <source>Choose another in Settings.</source>
        <translation>请在设置中选择其他位置。</translation>
    </message>
    <message>
        <source>PySide6 is not installed.</source>
        <translation>未安装 PySide6。</translation>
    </message>
    <message>
        <source>PySide6 {0}; a window can be opened.</source>
        <translation>PySide6 {0}；可以打开窗口。</translation>
    </message>
    <message>
        <source>is not installed</source>
        <translation>未安装</translation>
    </message>
    <message>
        <source>cannot be loaded ({0})</source>
        <translation>无法加载（{0}）</translation>
    </message>
    <message>
        <source>PyTorch {0}.</source>
        <translation>PyTorch {0}。</translation>
    </message>
    <message>
        <source>PyTorch cannot be loaded ({0}).</source>
        <translation>无法加载 PyTorch（{0}）。</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s driver, 580 or newer, and restart.</source>
        <translation>请安装 NVIDIA 驱动 580 或更新版本，并重新启动。</translation>
    </message>
    <message>
        <source>There is none that PyTorch can use: training runs on the CPU.</source>
        <translation>没有 PyTorch 可用的显卡：训练在 CPU 上进行。</translation>
    </message>
    <message>
        <source>There was no memory for what was asked for just now. Training goes on; ask again, or close other programs.</source>
        <translation>刚才的请求内存不足。训练继续；请重试，或关闭其他程序。</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly (status {0}). What was saved before can be gone on with.</source>
        <translation>训练进程意外结束（状态 {0}）。之前保存的内容可以继续。</translation>
    </message>
    <message>
        <source>{0} was drawn by the run {1}, which is not among the runs known here.</source>
        <translation>{0} 由运行 {1} 绘制，而它不在此处已知的运行中。</translation>
    </message>
    <message>
        <source>{0} draws in no style but what it has learned: leave the style pictures out.</source>
        <translation>{0} 只能以学会的风格绘制：请不要提供风格图。</translation>
    </message>
    <message>
        <source>{0} holds no style.</source>
        <translation>{0} 中没有风格。</translation>
    </message>
    <message>
        <source>Nothing was drawn.</source>
        <translation>没有绘制任何内容。</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>无法使用 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} on the disk</source>
        <translation>磁盘上 {0}</translation>
    </message>
    <message>
        <source>{0} of memory of {1}, {2}.</source>
        <translation>内存 {0} / {1}，{2}。</translation>
    </message>
    <message>
        <source>less than {0} of memory, {1}.</source>
        <translation>内存少于 {0}，{1}。</translation>
    </message>
    <message>
        <source>up to {0} of memory by its size (it could not be measured), {1}.</source>
        <translation>按大小最多需要 {0} 内存（无法测量），{1}。</translation>
    </message>
    <message>
        <source>Without a {0} partner of the same name, and left out: {1}.</source>
        <translation>没有同名的{0}配对，已排除：{1}。</translation>
    </message>
    <message>
        <source>These do not show the same as their partners, cut or turned otherwise perhaps: {0}.</source>
        <translation>这些与其配对内容不同，可能裁剪或旋转方式不一样：{0}。</translation>
    </message>
    <message>
        <source>make them {0} times smaller</source>
        <translation>请缩小 {0} 倍</translation>
    </message>
    <message>
        <source>The pictures of the second folder are {0} times smaller than the first&apos;s, not {1}: {2}.</source>
        <translation>第二个文件夹的图片比第一个小 {0} 倍，而不是 {1} 倍：{2}。</translation>
    </message>
    <message>
        <source>No picture of the second folder has the name of one of the first: give the same pictures, small, under the same names.</source>
        <translation>第二个文件夹中没有与第一个同名的图片：请提供同名的小图。</translation>
    </message>
    <message>
        <source>real with flips and crops</source>
        <translation>真实图加翻转和裁剪</translation>
    </message>
    <message>
        <source>real with synthetic</source>
        <translation>真实图加合成图</translation>
    </message>
    <message>
        <source>A classifier needs two classes or more, and there is only one.</source>
        <translation>分类器至少需要两个类别，而这里只有一个。</translation>
    </message>
    <message>
        <source>to train on</source>
        <translation>用于训练</translation>
    </message>
    <message>
        <source>in the test part</source>
        <translation>在测试部分</translation>
    </message>
    <message>
        <source>another number of pictures</source>
        <translation>图片数量不同</translation>
    </message>
    <message>
        <source>No class was filled up, so there is nothing to judge: ask for more pictures with --to N.</source>
        <translation>没有补充任何类别，因此没有可判断的内容：请用 --to N 要求更多图片。</translation>
    </message>
    <message>
        <source>{0} of the {1} pictures to train on are pictures of the test part too, so it would say nothing: keep the two apart.</source>
        <translation>用于训练的 {1} 张图片中有 {0} 张也在测试部分，结果没有意义：请把两者分开。</translation>
    </message>
    <message>
        <source>The class {0} has {1} picture{2} {3}, which says nothing: add pictures, or name a folder of others with --test.</source>
        <translation>类别 {0} {3}只有 {1} 张图片{2}，没有意义：请添加图片，或用 --test 指定其他文件夹。</translation>
    </message>
    <message>
        <source>{0} pictures of {1} are near copies of learned ones and are not tested on.</source>
        <translation>{1} 中有 {0} 张图片与学过的几乎相同，不参与测试。</translation>
    </message>
    <message>
        <source>{0} has learned from every picture it was given, so none is left to test on: train with --test-share 0.2, or name pictures that it has never seen with --test FOLDER.</source>
        <translation>{0} 学习了给它的每一张图片，没有剩下可测试的：请用 --test-share 0.2 训练，或用 --test FOLDER 指定它从未见过的图片。</translation>
    </message>
    <message>
        <source>{0} of the {1} pictures of {2} are among those that {3} has learned from or been measured with, {4} for one: a test on them says nothing. Take them out, or name other pictures with --test.</source>
        <translation>{2} 的 {1} 张图片中有 {0} 张是 {3} 学习或测量过的，例如 {4}：用它们测试没有意义。请取出它们，或用 --test 指定其他图片。</translation>
    </message>
    <message>
        <source>The filters kept no picture, so there is nothing to judge: leave one out, or train longer.</source>
        <translation>筛选没有留下任何图片，因此没有可判断的内容：请去掉一个筛选，或训练更久。</translation>
    </message>
    <message>
        <source>Does it help to train on pictures by {0}?</source>
        <translation>用 {0} 的图片训练有帮助吗？</translation>
    </message>
    <message>
        <source>{0} in {1} is not a class that {2} knows.</source>
        <translation>{1} 中的 {0} 不是 {2} 认识的类别。</translation>
    </message>
    <message>
        <source>The same again goes on with what is there.</source>
        <translation>再次执行会在现有基础上继续。</translation>
    </message>
    <message>
        <source>The synthetic pictures {0}{1}: {2}, 95 % interval in brackets.</source>
        <translation>合成图片{0}{1}：{2}，括号内为 95 % 区间。</translation>
    </message>
    <message>
        <source>none; compared with {0} %</source>
        <translation>无；与 {0} % 比较</translation>
    </message>
    <message>
        <source>real, tested on synthetic (TRTS)</source>
        <translation>用真实图训练、合成图测试 (TRTS)</translation>
    </message>
    <message>
        <source>{0} real pictures, {1} synthetic ones put beside them, {2} in the arm of synthetic pictures alone; tested on {3} real ones that neither the GAN, nor the choice of its checkpoint, nor a filter has seen.</source>
        <translation>{0} 张真实图片，另加 {1} 张合成图，仅合成的一组有 {2} 张；在 {3} 张 GAN、检查点选择和筛选都未见过的真实图上测试。</translation>
    </message>
    <message>
        <source>The classifier is a {0}. Every arm takes the same number of steps, with as many pictures of each class in a batch, and begins alike in each of {1} seeds.</source>
        <translation>分类器为 {0}。每一组步数相同，批次中各类图片数相同，且在 {1} 个种子中起点一致。</translation>
    </message>
    <message>
        <source>The interval counts how much the seeds differ and how much the test pictures do.</source>
        <translation>区间计入了种子之间和测试图片之间的差异。</translation>
    </message>
    <message>
        <source>At less than 100 % the GAN has still learned from all real pictures: the synthetic ones bring some of the others&apos; knowledge along.</source>
        <translation>低于 100 % 时，GAN 仍学习了全部真实图片：合成图片会带来其余图片的部分信息。</translation>
    </message>
    <message>
        <source> at {0} % of the real pictures</source>
        <translation> 真实图片占 {0} % 时</translation>
    </message>
    <message>
        <source> Flips and crops alone: {0}.</source>
        <translation> 仅翻转和裁剪：{0}。</translation>
    </message>
    <message>
        <source>{0} does not answer: its drive may be asleep or gone. Wake it, and open this page again.</source>
        <translation>{0} 没有响应：磁盘可能在休眠或已移除。请唤醒它并重新打开此页面。</translation>
    </message>
    <message>
        <source>The nearest differs by {0}{1}; training images differ from their own nearest by {2}.</source>
        <translation>最接近的相差 {0}{1}；训练图片与各自最接近的相差 {2}。</translation>
    </message>
    <message>
        <source>This looks like a copy. {0}</source>
        <translation>这看起来是复制品。{0}</translation>
    </message>
    <message>
        <source>Nearer than usual: compare by eye. {0}</source>
        <translation>比通常更接近：请用眼睛比较。{0}</translation>
    </message>
    <message>
        <source>No copy. {0}</source>
        <translation>不是复制品。{0}</translation>
    </message>
    <message>
        <source>{0} makes pictures of pictures; there are no pictures from noise to compare.</source>
        <translation>{0} 把图片变成图片；没有由噪声生成的图可比较。</translation>
    </message>
    <message>
        <source>{0} names no version: give the address or the file of a CHANGELOG.md.</source>
        <translation>{0} 没有写明版本：请给出 CHANGELOG.md 的地址或文件。</translation>
    </message>
    <message>
        <source>in the making</source>
        <translation>开发中</translation>
    </message>
    <message>
        <source>{0} does not answer ({1}). Look again when this computer is online.</source>
        <translation>{0} 没有回应（{1}）。请在联网后再查看。</translation>
    </message>
    <message>
        <source>There are {0} images now for a batch of {1}: each step sees some more than once.</source>
        <translation>现在有 {0} 张图片，批量为 {1}：每步会重复看到一些图片。</translation>
    </message>
    <message>
        <source>This run was to train on {0}, which is not here: it trains on {1}.</source>
        <translation>此运行本应在 {0} 上训练，但它不在这里：改在 {1} 上训练。</translation>
    </message>
    <message>
        <source>{0} has no checkpoint called {1}. It has {2}.</source>
        <translation>{0} 没有名为 {1} 的检查点。可用：{2}。</translation>
    </message>
    <message>
        <source>Auto has not chosen a recipe for this run yet: resume it to begin.</source>
        <translation>“自动”尚未为此运行选择配方：请点“继续”开始。</translation>
    </message>
    <message>
        <source>Balance shows classes equally often, and there are none: turn labels on, or balance off.</source>
        <translation>“均衡”让各类出现次数相同，但这里没有类别：请开启标签，或关闭均衡。</translation>
    </message>
    <message>
        <source>{0} has learned the classes {1}, and {2} is none of them: name the folders as they were, or begin a new run.</source>
        <translation>{0} 学过的类别是 {1}，其中没有 {2}：请恢复原来的文件夹名，或开始新的运行。</translation>
    </message>
    <message>
        <source>{0} has learned the classes {1}: its images need their folders.</source>
        <translation>{0} 学过的类别是 {1}：其图片需要各自的文件夹。</translation>
    </message>
    <message>
        <source>its training time is {0}</source>
        <translation>其训练时间为 {0}</translation>
    </message>
    <message>
        <source>{0} holds a {1}, which turns images into images, not noise.</source>
        <translation>{0} 中是 {1}，它把图片变成图片，而不是从噪声生成。</translation>
    </message>
    <message>
        <source>{0} holds a {1}, which makes no pictures larger.</source>
        <translation>{0} 中是 {1}，它不能放大图片。</translation>
    </message>
    <message>
        <source>{0} has no discriminator of this kind.</source>
        <translation>{0} 没有这种判别器。</translation>
    </message>
    <message>
        <source>{0} holds a {1}, which makes images from noise and translates none.</source>
        <translation>{0} 中是 {1}，它从噪声生成图片，不做转换。</translation>
    </message>
    <message>
        <source>{0} translates to {1} only, not to {2}.</source>
        <translation>{0} 只能转换到 {1}，不能到 {2}。</translation>
    </message>
    <message>
        <source>{0} is no longer there.</source>
        <translation>{0} 已不存在。</translation>
    </message>
    <message>
        <source>it holds no averages</source>
        <translation>其中没有平均值</translation>
    </message>
    <message>
        <source>{0} cannot be resumed. {1}.</source>
        <translation>无法继续 {0}。{1}。</translation>
    </message>
    <message>
        <source>The checkpoint of {0} does not fit the run&apos;s settings: {1}.</source>
        <translation>{0} 的检查点与运行的设置不符：{1}。</translation>
    </message>
    <message>
        <source>it was sent to be explored, without what training goes on from</source>
        <translation>它是为探索而发送的，不含继续训练所需的内容</translation>
    </message>
    <message>
        <source>Checkpoint {0} cannot be used: {1}</source>
        <translation>无法使用检查点 {0}：{1}</translation>
    </message>
    <message>
        <source>{0}; an older one is used.</source>
        <translation>{0}；改用较早的一个。</translation>
    </message>
    <message>
        <source>This state of {0} is a snapshot, which holds one stage alone: leave the blend out.</source>
        <translation>{0} 的此状态是快照，只含一个阶段：请不要混合。</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Choose other pictures</source>
        <translation>选择其他图片</translation>
    </message>
    <message>
        <source>Batch is {0}, but {1}: choose {2} or fewer.</source>
        <translation>批量为 {0}，但{1}：请选择 {2} 或更少。</translation>
    </message>
    <message>
        <source>This needs {0} of memory, and {1} has {2}.{3}</source>
        <translation>这需要 {0} 内存，而 {1} 只有 {2}。{3}</translation>
    </message>
    <message>
        <source>Learn them {0}, {1} px</source>
        <translation>按 {0} 学习，{1} px</translation>
    </message>
    <message>
        <source>{0} learns no transparency, it leaves that of a picture as it is: choose rgb.</source>
        <translation>{0} 不学习透明度，会保留图片原有的透明度：请选择 rgb。</translation>
    </message>
    <message>
        <source>there is only {0} picture</source>
        <translation>只有 {0} 张图片</translation>
    </message>
    <message>
        <source>there are only {0} pictures</source>
        <translation>只有 {0} 张图片</translation>
    </message>
    <message>
        <source>batch is {0}, which {1} processes cannot share evenly: use a multiple.</source>
        <translation>批量为 {0}，{1} 个进程无法均分：请使用其倍数。</translation>
    </message>
    <message>
        <source> It fits with {0}.</source>
        <translation> 用 {0} 就放得下。</translation>
    </message>
    <message>
        <source> Choose a smaller recipe.</source>
        <translation> 请选择较小的配方。</translation>
    </message>
    <message>
        <source>Learn the {0} classes</source>
        <translation>学习这 {0} 个类别</translation>
    </message>
    <message>
        <source>Between grey and colour no transparency is learned: choose rgb, or the same colours on both sides.</source>
        <translation>灰度与彩色之间不学习透明度：请选择 rgb，或两侧使用相同的颜色。</translation>
    </message>
    <message>
        <source>{0} is to see with {1}, and the weights that are here are of {2}.</source>
        <translation>{0} 应使用 {1}，而现有的权重属于 {2}。</translation>
    </message>
    <message>
        <source>Set batch to {0}</source>
        <translation>把批量设为 {0}</translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation>把{0}设为 {1}</translation>
    </message>
    <message>
        <source>{0} learns from {1}, not from {2}.</source>
        <translation>{0} 从{1}学习，而不是{2}。</translation>
    </message>
    <message>
        <source>This needs {0} of the computer&apos;s own memory, to save what was learned, and it has {1}. Choose a smaller recipe.</source>
        <translation>保存学到的内容需要 {0} 的电脑内存，而只有 {1}。请选择较小的配方。</translation>
    </message>
    <message>
        <source>A run needs {0} on the disk, and {1} has {2} free. Free some space, or choose another folder for runs in the settings.</source>
        <translation>一次运行需要 {0} 磁盘空间，而 {1} 只剩 {2}。请腾出空间，或在设置中选择其他运行文件夹。</translation>
    </message>
    <message>
        <source>Learn in colour</source>
        <translation>以彩色学习</translation>
    </message>
    <message>
        <source>{0} Choose the encoder {1}, or give the other&apos;s weights (`--features FILE`).</source>
        <translation>{0} 请选择编码器 {1}，或提供另一个的权重（`--features FILE`）。</translation>
    </message>
    <message>
        <source>{0} learns classes: turn labels on to learn the {1} that are there.</source>
        <translation>{0} 学习类别：请开启标签以学习现有的 {1} 类。</translation>
    </message>
    <message>
        <source>The same colours</source>
        <translation>相同的颜色</translation>
    </message>
    <message>
        <source>See with {0}</source>
        <translation>用 {0} 来看</translation>
    </message>
    <message>
        <source>The nearest after {0} % of the search is kept.</source>
        <translation>保留了搜索到 {0} % 时最接近的结果。</translation>
    </message>
    <message>
        <source>Nothing was found yet.</source>
        <translation>还没有找到。</translation>
    </message>
    <message>
        <source>Very near.</source>
        <translation>非常接近。</translation>
    </message>
    <message>
        <source>looking for the picture</source>
        <translation>正在寻找图片</translation>
    </message>
    <message>
        <source>Near: the large shapes agree, details do not.</source>
        <translation>接近：大的形状一致，细节不同。</translation>
    </message>
    <message>
        <source>Far: nearer than chance, but this generator has nothing quite like it.</source>
        <translation>较远：比随机更近，但此生成器没有很相似的图。</translation>
    </message>
    <message>
        <source>Not found: hardly nearer than a random picture.</source>
        <translation>未找到：几乎不比随机图片更近。</translation>
    </message>
    <message>
        <source>Pictures are compared by their pixels alone: {0}</source>
        <translation>图片只按像素比较：{0}</translation>
    </message>
    <message>
        <source>writing the film</source>
        <translation>正在写入影片</translation>
    </message>
    <message>
        <source>Nothing was written; the same film again renders it anew.</source>
        <translation>没有写入任何内容；再次制作会重新渲染。</translation>
    </message>
    <message>
        <source>A run cannot be called {0}: Windows drops what stands at its end.</source>
        <translation>运行不能叫 {0}：Windows 会去掉末尾的字符。</translation>
    </message>
    <message>
        <source>A run cannot be called {0}: Windows means a device by it.</source>
        <translation>运行不能叫 {0}：Windows 把它当作设备名。</translation>
    </message>
    <message>
        <source>There is something called {0} in {1} already; choose another name.</source>
        <translation>{1} 中已有名为 {0} 的内容；请换一个名称。</translation>
    </message>
    <message>
        <source>{0} cannot be renamed: {1}.</source>
        <translation>无法重命名 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} is not in the queue.</source>
        <translation>{0} 不在队列中。</translation>
    </message>
    <message>
        <source>{0} is not a run.</source>
        <translation>{0} 不是一个运行。</translation>
    </message>
    <message>
        <source>Another GAN Studio works on the queue in {0}. Stop it there first.</source>
        <translation>另一个 GAN Studio 正在处理 {0} 中的队列。请先在那里停止。</translation>
    </message>
    <message>
        <source>It was begun {0} times and never came to its end.</source>
        <translation>它开始了 {0} 次，从未完成。</translation>
    </message>
    <message>
        <source>no run is called {0}</source>
        <translation>没有名为 {0} 的运行</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}). Move it away; the runs in it are kept.</source>
        <translation>{0} 已损坏（{1}）。请移走它；其中的运行会保留。</translation>
    </message>
    <message>
        <source>{0} is in the queue already.</source>
        <translation>{0} 已在队列中。</translation>
    </message>
    <message>
        <source>{0} is training. Stop it first.</source>
        <translation>{0} 正在训练。请先停止它。</translation>
    </message>
    <message>
        <source>{0} {1} and cannot be moved.</source>
        <translation>{0} {1}，无法移动。</translation>
    </message>
    <message>
        <source>{0} is being changed by another program. Try again.</source>
        <translation>{0} 正被其他程序修改。请重试。</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>无法写入 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} is no run that was sent from GAN Studio.</source>
        <translation>{0} 不是由 GAN Studio 发送的运行。</translation>
    </message>
    <message>
        <source>{0} holds two files of one name.</source>
        <translation>{0} 含有两个同名文件。</translation>
    </message>
    <message>
        <source>{0} has more entries than any run.</source>
        <translation>{0} 的条目多于任何运行。</translation>
    </message>
    <message>
        <source>{0} is damaged, or no run that was sent from GAN Studio.</source>
        <translation>{0} 已损坏，或不是由 GAN Studio 发送的运行。</translation>
    </message>
    <message>
        <source>{0} holds {1}, which is too large.</source>
        <translation>{0} 含有 {1}，太大。</translation>
    </message>
    <message>
        <source>{0} was not opened: it was cancelled.</source>
        <translation>{0} 未打开：已被取消。</translation>
    </message>
    <message>
        <source>{0} cannot be sent: {1}.</source>
        <translation>无法发送 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} holds no run that can be opened: {1}.</source>
        <translation>{0} 中没有可打开的运行：{1}。</translation>
    </message>
    <message>
        <source>There is the picture after step {0} of {1}.</source>
        <translation>这是第 {0} 步（共 {1} 步）之后的图片。</translation>
    </message>
    <message>
        <source>A picture takes one to {0} styles, not {1}.</source>
        <translation>一张图片可用一到 {0} 种风格，而不是 {1} 种。</translation>
    </message>
    <message>
        <source>Every style has the weight 0: give at least one of them more.</source>
        <translation>所有风格的权重都是 0：请至少给一种更多。</translation>
    </message>
    <message>
        <source>{0} is {1} x {2} px: too small or too narrow to have a style.</source>
        <translation>{0} 为 {1} x {2} px：太小或太窄，没有风格可言。</translation>
    </message>
    <message>
        <source>The mask of {0} is black everywhere: it says that the style goes nowhere.</source>
        <translation>{0} 的蒙版全黑：表示该风格哪里都不用。</translation>
    </message>
    <message>
        <source>{0} has kept no {1} to make a film of.</source>
        <translation>{0} 没有保留可制作影片的 {1}。</translation>
    </message>
    <message>
        <source>{0} leads no pictures to {1}.</source>
        <translation>{0} 不把图片转换到 {1}。</translation>
    </message>
    <message>
        <source>None of these moments is there any more: the run&apos;s folder has changed.</source>
        <translation>这些时刻都已不存在：运行的文件夹已改变。</translation>
    </message>
    <message>
        <source>{0} is in {1} already: choose another folder, or let it be replaced.</source>
        <translation>{0} 已在 {1} 中：请选择其他文件夹，或允许替换。</translation>
    </message>
    <message>
        <source>The pictures that {0} was shown with are not there any more.</source>
        <translation>{0} 当时展示用的图片已不存在。</translation>
    </message>
    <message>
        <source>The run is to be longer than its learning rates were to fall: they go up from {0} of their full size to {1} and fall again. To keep them low instead, continue it with --rates low.</source>
        <translation>运行将比学习率的下降计划更长：学习率从原值的 {0} 升到 {1} 再下降。若要保持较低，请用 --rates low 继续。</translation>
    </message>
    <message>
        <source>Without a number of steps or images to come, the learning rates {0} until step {1} and stay at {2} of their full size from there on.</source>
        <translation>没有指定之后的步数或图片数，学习率{0}直到第 {1} 步，之后保持在原值的 {2}。</translation>
    </message>
    <message>
        <source>{0} learns from two folders, not from {1}: give side A and side B.</source>
        <translation>{0} 从两个文件夹学习，而不是 {1} 个：请给出 A 侧和 B 侧。</translation>
    </message>
    <message>
        <source>The learning rates stay at {0} of their full size, as it was wished (--rates low).</source>
        <translation>学习率按要求保持在原值的 {0}（--rates low）。</translation>
    </message>
    <message>
        <source>{0} Choose the other encoder, or give a file with the weights of it.</source>
        <translation>{0} 请选择另一个编码器，或提供其权重文件。</translation>
    </message>
    <message>
        <source>There is not enough memory left to go on. Stop the training, or choose the CPU in the settings.</source>
        <translation>剩余内存不足以继续。请停止训练，或在设置中选择 CPU。</translation>
    </message>
    <message>
        <source>{0} of {1} {2} in {3}; the same again goes on with the rest.</source>
        <translation>{3} 中有 {0} / {1} {2}；再次执行会继续其余部分。</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>没有写入任何内容。</translation>
    </message>
    <message>
        <source>An error inside the program stopped this ({0}: {1}). The log tells more.</source>
        <translation>程序内部的错误使其中止（{0}：{1}）。详见日志。</translation>
    </message>
    <message>
        <source>work in the background failed</source>
        <translation>后台任务失败</translation>
    </message>
    <message>
        <source>Drop folders or image files of this computer.</source>
        <translation>请拖入这台电脑上的文件夹或图片文件。</translation>
    </message>
    <message>
        <source>{0} is empty: drop a folder with pictures in it.</source>
        <translation>{0} 是空的：请拖入含有图片的文件夹。</translation>
    </message>
    <message>
        <source>{0} holds no pictures.</source>
        <translation>{0} 中没有图片。</translation>
    </message>
    <message>
        <source>{0} is no picture: drop pictures, a folder of them, or an archive.</source>
        <translation>{0} 不是图片：请拖入图片、图片文件夹或压缩包。</translation>
    </message>
    <message>
        <source>Prepared images</source>
        <translation>已准备的图片</translation>
    </message>
    <message>
        <source>Damaged preferences are back at their defaults: {0}</source>
        <translation>损坏的设置已恢复默认值：{0}</translation>
    </message>
    <message>
        <source>{0}; the old file is kept as {1}.</source>
        <translation>{0}；旧文件保留为 {1}。</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>不是对象</translation>
    </message>
    <message>
        <source>The preferences were damaged and are back at their defaults</source>
        <translation>设置已损坏，已恢复默认值</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}. Install GAN Studio again.</source>
        <translation>无法加载 {0}：{1}。请重新安装 GAN Studio。</translation>
    </message>
    <message>
        <source>looking at pictures</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>save the journey</source>
        <translation>保存足迹</translation>
    </message>
    <message>
        <source>save the directions</source>
        <translation>保存方向</translation>
    </message>
    <message>
        <source>saving the journey</source>
        <translation>保存足迹时</translation>
    </message>
    <message>
        <source>This run has no samples to take a picture from.</source>
        <translation>此运行没有可取图片的样本。</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly (status {0}). What was saved before can be resumed.</source>
        <translation>训练进程意外结束（状态 {0}）。之前保存的内容可以继续。</translation>
    </message>
    <message>
        <source>{0} cannot be started: {1}.</source>
        <translation>无法启动 {0}：{1}。</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation>请先选择一个运行。</translation>
    </message>
    <message>
        <source>Something inside the program went wrong ({0}: {1}).</source>
        <translation>程序内部出错（{0}：{1}）。</translation>
    </message>
    <message>
        <source>This PySide6 and this Python do not work together: use PySide6 below 6.12 on Python 3.11, or Python 3.12.</source>
        <translation>此 PySide6 与此 Python 不兼容：请在 Python 3.11 上使用 6.12 以下的 PySide6，或使用 Python 3.12。</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Best score</source>
        <translation>最佳评分</translation>
    </message>
    <message>
        <source>In each class</source>
        <translation>每类数量</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>首个种子</translation>
    </message>
    <message>
        <source>batch {0} or resolution {1}</source>
        <translation>批量 {0} 或分辨率 {1}</translation>
    </message>
    <message>
        <source>{0}, {1} free.</source>
        <translation>{0}，可用 {1}。</translation>
    </message>
    <message>
        <source>PyTorch {0}, built for {1}</source>
        <translation>PyTorch {0}，{1} 版本</translation>
    </message>
    <message>
        <source>PyTorch {0}, built for the CPU</source>
        <translation>PyTorch {0}，CPU 版本</translation>
    </message>
    <message>
        <source>Linear GAN</source>
        <translation>线性 GAN</translation>
    </message>
    <message>
        <source>Note 1</source>
        <translation>讲义 1</translation>
    </message>
    <message>
        <source>Note 3</source>
        <translation>讲义 3</translation>
    </message>
    <message>
        <source>Note 4</source>
        <translation>讲义 4</translation>
    </message>
    <message>
        <source>Note 5</source>
        <translation>讲义 5</translation>
    </message>
    <message>
        <source>DCGAN</source>
        <translation>DCGAN</translation>
    </message>
    <message>
        <source>Pictures of 32 to 64 px, from about a thousand images on; a good first choice without a GPU.</source>
        <translation>32 到 64 px 的图片，约一千张起；没有 GPU 时的良好首选。</translation>
    </message>
    <message>
        <source>LeakyReLU in the generator; dropout and replicated borders in the discriminator; AdamW</source>
        <translation>生成器用 LeakyReLU；判别器用 Dropout 和复制边缘；AdamW</translation>
    </message>
    <message>
        <source>Upsampling GAN</source>
        <translation>上采样 GAN</translation>
    </message>
    <message>
        <source>Small colour pictures such as CIFAR-10; the steady preset is the best choice without a GPU.</source>
        <translation>CIFAR-10 之类的小彩图；没有 GPU 时“平稳”预设是最佳选择。</translation>
    </message>
    <message>
        <source>Note 2</source>
        <translation>讲义 2</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>平稳</translation>
    </message>
    <message>
        <source>Conditional GAN</source>
        <translation>条件 GAN</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Convolutions; the discriminator judges the class by a scalar product</source>
        <translation>卷积；判别器用内积判断类别</translation>
    </message>
    <message>
        <source>WGAN</source>
        <translation>WGAN</translation>
    </message>
    <message>
        <source>A critic measures how far the pictures are from real ones; its loss falls as they get better.</source>
        <translation>评论器衡量图片与真实图的距离；图片变好时损失下降。</translation>
    </message>
    <message>
        <source>When a GAN collapses or its losses say nothing; slower, because the critic moves five times as often.</source>
        <translation>当 GAN 坍缩或损失说明不了问题时；较慢，因为评论器更新五倍。</translation>
    </message>
    <message>
        <source>WGAN-GP</source>
        <translation>WGAN-GP</translation>
    </message>
    <message>
        <source>The steadiest of the classic GANs; choose it when others collapse and time is no matter.</source>
        <translation>经典 GAN 中最稳定的；其他 GAN 坍缩且不赶时间时选它。</translation>
    </message>
    <message>
        <source>Lambda 10, k = 1, five critic steps, Adam at 0.0001 with betas 0 and 0.9</source>
        <translation>lambda 10，k = 1，五个评论器步，Adam 0.0001，beta 为 0 和 0.9</translation>
    </message>
    <message>
        <source>Slope 0</source>
        <translation>斜率 0</translation>
    </message>
    <message>
        <source>The same with k = 0, which the second note&apos;s formula leaves open</source>
        <translation>同上但 k = 0，这是讲义 2 的公式未定的</translation>
    </message>
    <message>
        <source>ProGAN</source>
        <translation>ProGAN</translation>
    </message>
    <message>
        <source>To see a GAN grow; 32 to 128 px. Long runs: every doubling needs its share of the images.</source>
        <translation>用来观看 GAN 生长；32 到 128 px。适合长时间运行：每次加倍都需要相应的图片数。</translation>
    </message>
    <message>
        <source>600 thousand images for each fade and each size, 512 channels</source>
        <translation>每次淡入和每个尺寸各 60 万张图片，512 通道</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>短</translation>
    </message>
    <message>
        <source>10 thousand images for each: grows to 32 px within minutes on a GPU</source>
        <translation>各 1 万张：在 GPU 上几分钟长到 32 px</translation>
    </message>
    <message>
        <source>StyleGAN</source>
        <translation>StyleGAN</translation>
    </message>
    <message>
        <source>The first style-based GAN: styles set the statistics of each layer, noise the details; it grows like ProGAN.</source>
        <translation>第一个基于风格的 GAN：风格设定各层统计量，噪声决定细节；像 ProGAN 一样生长。</translation>
    </message>
    <message>
        <source>To see styles and growing together; StyleGAN2 gives better pictures in the same time.</source>
        <translation>用来同时观察风格与生长；同样时间内 StyleGAN2 的图片更好。</translation>
    </message>
    <message>
        <source>StyleGAN2</source>
        <translation>StyleGAN2</translation>
    </message>
    <message>
        <source>64 to 256 px with a GPU and an hour or more; a few hundred images will do with augmentation.</source>
        <translation>有 GPU 和一小时以上时，64 到 256 px；使用增广时几百张图片即可。</translation>
    </message>
    <message>
        <source>Adaptive</source>
        <translation>自适应</translation>
    </message>
    <message>
        <source>CIFAR</source>
        <translation>CIFAR</translation>
    </message>
    <message>
        <source>32 px as in the ADA paper: no residual ways, no style mixing, gamma 0.01</source>
        <translation>与 ADA 论文相同的 32 px：没有残差连接、没有风格混合、gamma 0.01</translation>
    </message>
    <message>
        <source>R3GAN</source>
        <translation>R3GAN</translation>
    </message>
    <message>
        <source>32 px, 768 channels: 21 million weights each; without the paper&apos;s augmentation</source>
        <translation>32 px，768 通道：各 2100 万个权重；不含论文的增广</translation>
    </message>
    <message>
        <source>FFHQ 64</source>
        <translation>FFHQ 64</translation>
    </message>
    <message>
        <source>64 px, 768 channels, gamma 2 falling to 0.2; without the paper&apos;s augmentation</source>
        <translation>64 px，768 通道，gamma 从 2 降到 0.2；不含论文的增广</translation>
    </message>
    <message>
        <source>FFHQ 256</source>
        <translation>FFHQ 256</translation>
    </message>
    <message>
        <source>256 px, 768 channels, gamma 150 falling to 15; without the paper&apos;s augmentation</source>
        <translation>256 px，768 通道，gamma 从 150 降到 15；不含论文的增广</translation>
    </message>
    <message>
        <source>FastGAN</source>
        <translation>FastGAN</translation>
    </message>
    <message>
        <source>A light GAN for few pictures; its discriminator learns to redraw what it sees instead of knowing it by heart.</source>
        <translation>适合少量图片的轻量 GAN；其判别器学习重画所见，而不是死记。</translation>
    </message>
    <message>
        <source>20 to 1,000 pictures, 64 to 256 px, when StyleGAN2 takes too long; expect it to repeat what it saw.</source>
        <translation>20 到 1,000 张图片，64 到 256 px，StyleGAN2 太慢时使用；可能会重复见过的图片。</translation>
    </message>
    <message>
        <source>256 px, 64 channels: 29 million weights in the generator</source>
        <translation>256 px，64 通道：生成器 2900 万个权重</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>64 px, 16 channels: for a computer without a GPU</source>
        <translation>64 px，16 通道：适合没有 GPU 的电脑</translation>
    </message>
    <message>
        <source>CycleGAN</source>
        <translation>CycleGAN</translation>
    </message>
    <message>
        <source>32 px, a small U-Net: learns within minutes, without a GPU</source>
        <translation>32 px，小型 U-Net：几分钟学会，无需 GPU</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>更好</translation>
    </message>
    <message>
        <source>64 px, half the channels and 4 blocks, for a computer without a GPU</source>
        <translation>64 px，通道减半、4 个块，适合没有 GPU 的电脑</translation>
    </message>
    <message>
        <source>In 4 GB</source>
        <translation>4 GB 内</translation>
    </message>
    <message>
        <source>256 px within 4 GB of memory: parts are computed twice</source>
        <translation>256 px，4 GB 内存以内：部分内容算两次</translation>
    </message>
    <message>
        <source>CUT</source>
        <translation>CUT</translation>
    </message>
    <message>
        <source>256 px, 9 blocks, with the identity, 200 + 200 epochs</source>
        <translation>256 px，9 个块，带恒等项，200 + 200 轮</translation>
    </message>
    <message>
        <source>FastCUT</source>
        <translation>FastCUT</translation>
    </message>
    <message>
        <source>128 px, half the filters: minutes on two cores</source>
        <translation>128 px，滤波器减半：双核几分钟</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>256 px, half the filters, batches of 16: half an hour on a GPU</source>
        <translation>256 px，滤波器减半，批量 16：GPU 上半小时</translation>
    </message>
    <message>
        <source>256 px, all filters, batches of 4, as published</source>
        <translation>256 px，全部滤波器，批量 4，与论文相同</translation>
    </message>
    <message>
        <source>Super-resolution</source>
        <translation>超分辨率</translation>
    </message>
    <message>
        <source>the same pictures, small</source>
        <translation>同样的图片，小图</translation>
    </message>
    <message>
        <source>SRGAN</source>
        <translation>SRGAN</translation>
    </message>
    <message>
        <source>ESRGAN</source>
        <translation>ESRGAN</translation>
    </message>
    <message>
        <source>23 dense blocks, a relativistic discriminator, 4 times, as published</source>
        <translation>23 个密集块，相对判别器，4 倍，与论文相同</translation>
    </message>
    <message>
        <source>Real-ESRGAN</source>
        <translation>Real-ESRGAN</translation>
    </message>
    <message>
        <source>23 dense blocks for pictures that were blurred, shrunk and compressed twice, as published</source>
        <translation>23 个密集块，适合经过两次模糊、缩小和压缩的图片，与论文相同</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>分辨率</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批量</translation>
    </message>
    <message>
        <source>images</source>
        <translation>张</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>The shown generator is a running mean of the trained one; this is its half-life. 0 shows the trained one.</source>
        <translation>显示的生成器是所训练生成器的滑动平均；这是其半衰期。0 显示正在训练的。</translation>
    </message>
    <message>
        <source>kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>潜向量维数</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>先验分布</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Nonsaturating</source>
        <translation>非饱和</translation>
    </message>
    <message>
        <source>Minimax</source>
        <translation>极小极大</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>最小二乘</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>合页</translation>
    </message>
    <message>
        <source>Wasserstein</source>
        <translation>Wasserstein</translation>
    </message>
    <message>
        <source>Relativistic</source>
        <translation>相对</translation>
    </message>
    <message>
        <source>Relativistic average</source>
        <translation>相对平均</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>标签平滑</translation>
    </message>
    <message>
        <source>The discriminator&apos;s target for real images is 1 minus this; fakes keep 0 (one-sided).</source>
        <translation>判别器对真实图的目标为 1 减此值；生成图保持 0（单侧）。</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Zero centred</source>
        <translation>零中心</translation>
    </message>
    <message>
        <source>R1</source>
        <translation>R1</translation>
    </message>
    <message>
        <source>R2</source>
        <translation>R2</translation>
    </message>
    <message>
        <source>R1 + R2</source>
        <translation>R1 + R2</translation>
    </message>
    <message>
        <source>Penalty weight</source>
        <translation>惩罚权重</translation>
    </message>
    <message>
        <source>Penalty target</source>
        <translation>惩罚目标</translation>
    </message>
    <message>
        <source>The length of gradient that wgan-gp asks for, k; the others ask for 0.</source>
        <translation>wgan-gp 要求的梯度长度 k；其他要求 0。</translation>
    </message>
    <message>
        <source>Penalty interval</source>
        <translation>惩罚间隔</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>After each step every weight of the critic is cut to plus or minus this; 0: not.</source>
        <translation>每步之后把评论器的每个权重裁剪到正负此值；0：不裁剪。</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>漂移</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>补救措施</translation>
    </message>
    <message>
        <source>Instance noise</source>
        <translation>实例噪声</translation>
    </message>
    <message>
        <source>Instance noise kimg</source>
        <translation>实例噪声 kimg</translation>
    </message>
    <message>
        <source>Thousand images over which that noise falls to nothing; 0: it stays.</source>
        <translation>该噪声降为零所经过的图片数（千张）；0：一直保持。</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>判别</translation>
    </message>
    <message>
        <source>Stddev</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>The generator plays against the discriminator as it will be in so many updates; 0: as it is.</source>
        <translation>生成器与这么多次更新之后的判别器博弈；0：与当前的博弈。</translation>
    </message>
    <message>
        <source>Discriminators</source>
        <translation>判别器数量</translation>
    </message>
    <message>
        <source>Several discriminators with different beginnings; the generator plays against their mean.</source>
        <translation>多个起点不同的判别器；生成器与它们的平均博弈。</translation>
    </message>
    <message>
        <source>Feature matching</source>
        <translation>特征匹配</translation>
    </message>
    <message>
        <source>How much the generator also matches the discriminator&apos;s mean features of real images; 0: not.</source>
        <translation>生成器在多大程度上还要匹配判别器对真实图的平均特征；0：不匹配。</translation>
    </message>
    <message>
        <source>Spectral norm</source>
        <translation>谱归一化</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增广</translation>
    </message>
    <message>
        <source>DiffAugment</source>
        <translation>DiffAugment</translation>
    </message>
    <message>
        <source>ADA</source>
        <translation>ADA</translation>
    </message>
    <message>
        <source>Augment policy</source>
        <translation>增广策略</translation>
    </message>
    <message>
        <source>ADA target</source>
        <translation>ADA 目标</translation>
    </message>
    <message>
        <source>ADA speed</source>
        <translation>ADA 速度</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Generator lr</source>
        <translation>生成器学习率</translation>
    </message>
    <message>
        <source>Discriminator lr</source>
        <translation>判别器学习率</translation>
    </message>
    <message>
        <source>Beta1</source>
        <translation>Beta1</translation>
    </message>
    <message>
        <source>Beta2</source>
        <translation>Beta2</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Generator widths</source>
        <translation>生成器宽度</translation>
    </message>
    <message>
        <source>Generator norm</source>
        <translation>生成器归一化</translation>
    </message>
    <message>
        <source>After first</source>
        <translation>第一层之后</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>隐藏层</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Generator activation</source>
        <translation>生成器激活函数</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Discriminator widths</source>
        <translation>判别器宽度</translation>
    </message>
    <message>
        <source>Discriminator norm</source>
        <translation>判别器归一化</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Initial std</source>
        <translation>初始标准差</translation>
    </message>
    <message>
        <source>Spread of the first weights; 0 takes the library&apos;s usual ones.</source>
        <translation>初始权重的标准差；0 采用库的默认值。</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Channels of the widest-resolution layer; the inner ones have up to 8 times as many.</source>
        <translation>最高分辨率层的通道数；内层最多为其 8 倍。</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>radford: as in the paper. notes: LeakyReLU generator; Dropout2d and replicated borders in the discriminator.</source>
        <translation>radford：与论文相同。notes：生成器用 LeakyReLU；判别器用 Dropout2d 和复制边缘。</translation>
    </message>
    <message>
        <source>Radford</source>
        <translation>Radford</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>讲义</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>notes: as in note 2. deep: from 4 px up, with DCGAN&apos;s discriminator without BatchNorm.</source>
        <translation>notes：与讲义 2 相同。deep：从 4 px 起，使用 DCGAN 的判别器但不含 BatchNorm。</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>深</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>架构</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Channels of the widest-resolution layer; for the fully connected one, a quarter of its first layer.</source>
        <translation>最高分辨率层的通道数；全连接时为其第一层的四分之一。</translation>
    </message>
    <message>
        <source>Growing</source>
        <translation>生长</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>淡入</translation>
    </message>
    <message>
        <source>Thousand images while each doubling fades in; 600 in the paper.</source>
        <translation>每次加倍淡入所用的图片数（千张）；论文为 600。</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source>Thousand images at each size before the next doubling; 600 in the paper.</source>
        <translation>下一次加倍前每个尺寸所用的图片数（千张）；论文为 600。</translation>
    </message>
    <message>
        <source>Channel base</source>
        <translation>通道基数</translation>
    </message>
    <message>
        <source>A layer of N px has this many channels divided by N; 16384 in the paper.</source>
        <translation>N px 的层有该数除以 N 个通道；论文为 16384。</translation>
    </message>
    <message>
        <source>Widest</source>
        <translation>最宽</translation>
    </message>
    <message>
        <source>Most channels of a layer; 512 in the paper.</source>
        <translation>一层最多的通道数；论文为 512。</translation>
    </message>
    <message>
        <source>Style mixing</source>
        <translation>风格混合</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>How much steps in w are asked to change the image evenly; 2 in the paper, 0 saves time in short runs.</source>
        <translation>要求 w 中的步进均匀改变图片的程度；论文为 2，短时间运行用 0 可省时间。</translation>
    </message>
    <message>
        <source>Mapping layers</source>
        <translation>映射层数</translation>
    </message>
    <message>
        <source>Layers between z and w; 8 in the paper.</source>
        <translation>z 与 w 之间的层数；论文为 8。</translation>
    </message>
    <message>
        <source>Style size</source>
        <translation>风格维数</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Images that minibatch stddev compares with each other; 32 in the paper&apos;s CIFAR runs.</source>
        <translation>小批量标准差互相比较的图片数；论文的 CIFAR 实验为 32。</translation>
    </message>
    <message>
        <source>Channels up to 32 px, halved with each doubling above; a multiple of 8. 768 in the paper.</source>
        <translation>32 px 以内的通道数，之后每次加倍减半；须为 8 的倍数。论文为 768。</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>块数</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>爆发期</translation>
    </message>
    <message>
        <source>Thousand images over which learning rate (to a quarter), penalty (to a tenth) and Adam&apos;s memory (to 0.99) ease off; set it to the length of the run, 0: they stay.</source>
        <translation>学习率（降到四分之一）、惩罚（降到十分之一）和 Adam 的记忆（到 0.99）逐渐减弱所经过的图片数（千张）；请设为运行的长度，0：保持不变。</translation>
    </message>
    <message>
        <source>has no checkpoint that can be read</source>
        <translation>没有可读的检查点</translation>
    </message>
    <message>
        <source>has no checkpoint yet</source>
        <translation>还没有检查点</translation>
    </message>
    <message>
        <source>was made by a newer GAN Studio (format {0})</source>
        <translation>由更新版的 GAN Studio 生成（格式 {0}）</translation>
    </message>
    <message>
        <source>is damaged (its hash does not match)</source>
        <translation>已损坏（哈希不符）</translation>
    </message>
    <message>
        <source>cannot be read ({0})</source>
        <translation>无法读取（{0}）</translation>
    </message>
    <message>
        <source>Checkpoint {0} {1}; an older one is used.</source>
        <translation>检查点 {0} {1}；改用较早的一个。</translation>
    </message>
    <message>
        <source>Channels at 128 px; coarser sizes have up to 16 times as many. 64 in the paper.</source>
        <translation>128 px 时的通道数；更粗的尺寸最多为其 16 倍。论文为 64。</translation>
    </message>
    <message>
        <source>The shown generators are running means of the trained ones; this is the half-life. 0 shows the trained ones.</source>
        <translation>显示的生成器是所训练生成器的滑动平均；这是半衰期。0 显示正在训练的。</translation>
    </message>
    <message>
        <source>not developed: a camera&apos;s raw file ({0}){1}; save it as JPEG or TIFF</source>
        <translation>未冲印：相机原始文件（{0}）{1}；请另存为 JPEG 或 TIFF</translation>
    </message>
    <message>
        <source>, of which only a preview of {0} x {1} px could be read</source>
        <translation>，只能读取 {0} x {1} px 的预览</translation>
    </message>
    <message>
        <source>a Parquet table that is packed or damaged</source>
        <translation>已打包或损坏的 Parquet 表</translation>
    </message>
    <message>
        <source>a Parquet table that is locked with a key</source>
        <translation>有密钥保护的 Parquet 表</translation>
    </message>
    <message>
        <source>a Parquet table, which needs pyarrow: {0}</source>
        <translation>Parquet 表，需要 pyarrow：{0}</translation>
    </message>
    <message>
        <source>unreadable: the table is damaged here</source>
        <translation>无法读取：表在此处损坏</translation>
    </message>
    <message>
        <source>unreadable: a damaged Parquet table</source>
        <translation>无法读取：Parquet 表已损坏</translation>
    </message>
    <message>
        <source>not an image: a Parquet table whose columns hold the bytes of no pictures</source>
        <translation>不是图片：Parquet 表的各列不含图片数据</translation>
    </message>
    <message>
        <source>not an image: an empty row of a table</source>
        <translation>不是图片：表中的空行</translation>
    </message>
    <message>
        <source>not an image: a Parquet table without a column of pictures</source>
        <translation>不是图片：没有图片列的 Parquet 表</translation>
    </message>
    <message>
        <source>too large: a table of {0} rows</source>
        <translation>太大：有 {0} 行的表</translation>
    </message>
    <message>
        <source>known when it is looked at in a child</source>
        <translation>由子进程查看后可知</translation>
    </message>
    <message>
        <source>Channels of the first layers; the inner ones have up to 8 times as many.</source>
        <translation>最初几层的通道数；内层最多为其 8 倍。</translation>
    </message>
    <message>
        <source>{0}; style transfer needs SqueezeNet 1.1, VGG16 or VGG19.</source>
        <translation>{0}；风格迁移需要 SqueezeNet 1.1、VGG16 或 VGG19。</translation>
    </message>
    <message>
        <source>its pictures are worse than blurred training images</source>
        <translation>它的图片还不如模糊的训练图片</translation>
    </message>
    <message>
        <source>no score has marked one</source>
        <translation>还没有评分标出最佳</translation>
    </message>
    <message>
        <source>{0} has no best checkpoint: {1}. Take the latest.</source>
        <translation>{0} 没有最佳检查点：{1}。请用最新的。</translation>
    </message>
    <message>
        <source>A preset cannot be called {0}: give it a name of up to {1} letters.</source>
        <translation>预设不能叫 {0}：请起一个最多 {1} 个字的名称。</translation>
    </message>
    <message>
        <source>{0} has a preset called {1} of its own; choose another name.</source>
        <translation>{0} 自带名为 {1} 的预设；请换一个名称。</translation>
    </message>
    <message>
        <source>There is no preset called {0} any more.</source>
        <translation>已经没有名为 {0} 的预设。</translation>
    </message>
    <message>
        <source>There are {0} presets already; delete one first.</source>
        <translation>已有 {0} 个预设；请先删除一个。</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}). Move it away, and save your presets anew.</source>
        <translation>{0} 已损坏（{1}）。请把它移走，重新保存您的预设。</translation>
    </message>
    <message>
        <source>Your preset {0} cannot be used: {1}</source>
        <translation>您的预设 {0} 无法使用：{1}</translation>
    </message>
    <message>
        <source>There is a preset called {0} already; choose another name.</source>
        <translation>已有名为 {0} 的预设；请换一个名称。</translation>
    </message>
    <message>
        <source>{0} does not say where its pictures are, so it cannot be trained anew.</source>
        <translation>{0} 没有说明图片在哪里，因此无法重新训练。</translation>
    </message>
    <message>
        <source>a thread did not end; leaving without it</source>
        <translation>有线程未结束；不等待它而退出</translation>
    </message>
    <message>
        <source>from {0} to {1}{2}</source>
        <translation>{0} 到 {1}{2}</translation>
    </message>
    <message>
        <source>from {0}{1} up</source>
        <translation>{0}{1} 以上</translation>
    </message>
    <message>
        <source>up to {0}{1}</source>
        <translation>不超过 {0}{1}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>only one</source>
        <translation>只有一个</translation>
    </message>
    <message>
        <source>none</source>
        <translation>没有</translation>
    </message>
    <message>
        <source>one folder</source>
        <translation>一个文件夹</translation>
    </message>
    <message>
        <source>{0} folders</source>
        <translation>{0} 个文件夹</translation>
    </message>
    <message>
        <source>without a GPU{0}</source>
        <translation>在没有 GPU 的情况下学习{0}</translation>
    </message>
    <message>
        <source>on a GPU{0}</source>
        <translation>在 GPU 上学习{0}</translation>
    </message>
    <message>
        <source>up to {0}</source>
        <translation>最大 {0}</translation>
    </message>
    <message>
        <source>{0}, because {1}</source>
        <translation>{0}，因为{1}</translation>
    </message>
    <message>
        <source> in {0} classes</source>
        <translation> ，共 {0} 类</translation>
    </message>
    <message>
        <source>there is {0}</source>
        <translation>有 {0}</translation>
    </message>
    <message>
        <source>there are {0}</source>
        <translation>有 {0}</translation>
    </message>
    <message>
        <source>{0} picture of about {1} px{2}</source>
        <translation>{0} 张约 {1} px 的图片{2}</translation>
    </message>
    <message>
        <source>{0} pictures of about {1} px{2}</source>
        <translation>{0} 张约 {1} px 的图片{2}</translation>
    </message>
    <message>
        <source>{0} to learn {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source> in {0} minutes{1}</source>
        <translation> ，{0} 分钟内{1}</translation>
    </message>
    <message>
        <source>, which is little: more minutes make better pictures{0}</source>
        <translation>，这偏少：更多时间会得到更好的图片{0}</translation>
    </message>
    <message>
        <source>wider networks</source>
        <translation>更宽的网络</translation>
    </message>
    <message>
        <source>, shown shifted and altered so that they are not learned by heart{0}</source>
        <translation>，以平移和变化的方式呈现，避免死记{0}</translation>
    </message>
    <message>
        <source>, altered as much as it takes for them not to be learned by heart{0}</source>
        <translation>，按需变化，避免死记{0}</translation>
    </message>
    <message>
        <source>; with so few, expect near copies of them{0}</source>
        <translation>；图片这么少，可能出现近似复制品{0}</translation>
    </message>
    <message>
        <source>; at {0} images a second it sees {1} thousand{2}</source>
        <translation>；以每秒 {0} 张计，可看 {1} 千张{2}</translation>
    </message>
    <message>
        <source>; this device has too little memory for it: choose a smaller batch{0}</source>
        <translation>；此设备内存不足：请选择较小的批量{0}</translation>
    </message>
    <message>
        <source> ({0}: only {1} thousand){2}</source>
        <translation> （{0}：仅 {1} 千张）{2}</translation>
    </message>
    <message>
        <source>batch {0}</source>
        <translation>批量 {0}</translation>
    </message>
    <message>
        <source>resolution {0}</source>
        <translation>分辨率 {0}</translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translation>自动：{0}</translation>
    </message>
    <message>
        <source>CPU, {0} cores</source>
        <translation>CPU，{0} 核</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple GPU</translation>
    </message>
    <message>
        <source>last save</source>
        <translation>上次保存</translation>
    </message>
    <message>
        <source>writing samples</source>
        <translation>写入样本时</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>exact duplicate of {0}</source>
        <translation>与 {0} 完全相同</translation>
    </message>
    <message>
        <source>near duplicate of {0}</source>
        <translation>与 {0} 近似重复</translation>
    </message>
    <message>
        <source>choose the CPU</source>
        <translation>选择 CPU</translation>
    </message>
    <message>
        <source>a batch of {0}</source>
        <translation>批量 {0}</translation>
    </message>
    <message>
        <source>{0} MB needed</source>
        <translation>需要 {0} MB</translation>
    </message>
    <message>
        <source>{0} MB free</source>
        <translation>可用 {0} MB</translation>
    </message>
    <message>
        <source> in {0}</source>
        <translation> ，位于 {0}</translation>
    </message>
    <message>
        <source>built for {0}</source>
        <translation>{0} 版本</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>另一个进程</translation>
    </message>
    <message>
        <source>Installed: {0}.</source>
        <translation>已安装：{0}。</translation>
    </message>
    <message>
        <source>Extra &apos;{0}&apos;</source>
        <translation>附加组件“{0}”</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>内存</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
    <message>
        <source>found {0}</source>
        <translation>找到 {0}</translation>
    </message>
    <message>
        <source>{0} % from {1}</source>
        <translation>距 {1} {0} %</translation>
    </message>
    <message>
        <source>Component {0}</source>
        <translation>成分 {0}</translation>
    </message>
    <message>
        <source>Weights {0}</source>
        <translation>权重 {0}</translation>
    </message>
    <message>
        <source>path length</source>
        <translation>路径长度</translation>
    </message>
    <message>
        <source>cycle error</source>
        <translation>循环误差</translation>
    </message>
    <message>
        <source>feature matching</source>
        <translation>特征匹配</translation>
    </message>
    <message>
        <source>unreadable: {0}</source>
        <translation>无法读取：{0}</translation>
    </message>
    <message>
        <source>too large: {0}</source>
        <translation>太大：{0}</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>太慢</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>the folder {0}</source>
        <translation>文件夹 {0}</translation>
    </message>
    <message>
        <source>colour shift</source>
        <translation>偏色</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>增广</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>累积</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>份</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>翻转</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习计划</translation>
    </message>
    <message>
        <source>Constant epochs</source>
        <translation>恒定轮数</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Decay epochs</source>
        <translation>下降轮数</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>块</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>上采样</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>转置</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>Discriminator layers</source>
        <translation>判别器层数</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Grey to colour</source>
        <translation>灰度到彩色</translation>
    </message>
    <message>
        <source>Colour to grey</source>
        <translation>彩色到灰度</translation>
    </message>
    <message>
        <source>Checkpointing</source>
        <translation>检查点重算</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>交叉熵</translation>
    </message>
    <message>
        <source>Resnet</source>
        <translation>ResNet</translation>
    </message>
    <message>
        <source>Unet</source>
        <translation>U-Net</translation>
    </message>
    <message>
        <source>Correspondence</source>
        <translation>对应</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>Flip equivariant</source>
        <translation>翻转等变</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>places</source>
        <translation>处</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>How sharply a place is told from others; lower is sharper.</source>
        <translation>区分一个位置与其他位置的锐利程度；越低越锐利。</translation>
    </message>
    <message>
        <source>Filters of the first layer; 32 as published, and half of them lose nothing that one sees.</source>
        <translation>第一层的滤波器数；论文为 32，减半也看不出损失。</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>滤波器</translation>
    </message>
    <message>
        <source>Retouches</source>
        <translation>修饰</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>笔刷</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>度量</translation>
    </message>
    <message>
        <source>Gram</source>
        <translation>Gram</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>矩</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>平滑度</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>Squeezenet</source>
        <translation>SqueezeNet</translation>
    </message>
    <message>
        <source>Vgg19</source>
        <translation>VGG19</translation>
    </message>
    <message>
        <source>Style weight</source>
        <translation>风格权重</translation>
    </message>
    <message>
        <source>How much a picture in its own style must come back as it was, pixel by pixel; a quarter of each batch is. 0, as published, takes longer to learn colours.</source>
        <translation>图片以自己的风格绘制时须逐像素还原的程度；每批的四分之一如此。0（与论文相同）学习颜色更慢。</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>图块</translation>
    </message>
    <message>
        <source>The shown generator is a running mean of the trained one; this is its half-life (0.999 a step, as published).</source>
        <translation>显示的生成器是所训练生成器的滑动平均；这是其半衰期（论文为每步 0.999）。</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>放大倍数</translation>
    </message>
    <message>
        <source>times</source>
        <translation>倍</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Degradation</source>
        <translation>退化方式</translation>
    </message>
    <message>
        <source>How pictures are made small: cleanly reduced; blurred, noisy and compressed as photographs are; or so twice.</source>
        <translation>图片如何变小：干净缩小；像照片那样模糊、加噪并压缩；或重复两次。</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>困难</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>锐化</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑型</translation>
    </message>
    <message>
        <source>Srresnet</source>
        <translation>SRResNet</translation>
    </message>
    <message>
        <source>Msrresnet</source>
        <translation>MSRResNet</translation>
    </message>
    <message>
        <source>Rrdb</source>
        <translation>RRDB</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>Vgg</source>
        <translation>VGG</translation>
    </message>
    <message>
        <source>Discriminator width</source>
        <translation>判别器宽度</translation>
    </message>
    <message>
        <source>Channels of the discriminator&apos;s first layer; inner ones have up to 8 times as many.</source>
        <translation>判别器第一层的通道数；内层最多为其 8 倍。</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Fidelity lr</source>
        <translation>忠实学习率</translation>
    </message>
    <message>
        <source>Fidelity weight</source>
        <translation>忠实权重</translation>
    </message>
    <message>
        <source>Perceptual weight</source>
        <translation>感知权重</translation>
    </message>
    <message>
        <source>Perceptual depth</source>
        <translation>感知深度</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>Adversarial weight</source>
        <translation>对抗权重</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Stop when the score has not improved for this many minutes of training; 0: whatever the score does. Counted from when the run began or went on.</source>
        <translation>评分在这么多分钟的训练中没有改善时停止；0：不理会评分。从运行开始或继续时算起。</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>重新</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Smart</source>
        <translation>智能</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>加边</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>拉伸</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>透明</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Classes by hand: cat=tabby+siamese makes one class of two folders, feline=cat gives one another name, =dog leaves one out. Folders that are not named stay as they are.</source>
        <translation>手动分类：cat=tabby+siamese 把两个文件夹合为一类，feline=cat 改名，=dog 排除。未提及的文件夹保持不变。</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复图片</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>近似</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>Video rate</source>
        <translation>视频帧率</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>每秒</translation>
    </message>
    <message>
        <source>Video frames</source>
        <translation>视频帧数</translation>
    </message>
    <message>
        <source>Video from</source>
        <translation>视频起点</translation>
    </message>
    <message>
        <source>s</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>Video to</source>
        <translation>视频终点</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>最小</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Keep colours</source>
        <translation>保留颜色</translation>
    </message>
</context>
<context>
    <name>BestPictures</name>
    <message>
        <source>The best pictures</source>
        <translation>最好的图片</translation>
    </message>
    <message>
        <source>Drag one into another program, or copy the row</source>
        <translation>把其中一张拖到别的程序，或复制整行</translation>
    </message>
</context>
<context>
    <name>BranchSide</name>
    <message>
        <source>The run of this page is saved and stopped if it trains, and stays as it is</source>
        <translation>如果此页的运行正在训练，会将其保存并停止，其内容保持不变</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>New run from step {0} of {1}</source>
        <translation>从 {1} 的第 {0} 步开始新的运行</translation>
    </message>
    <message>
        <source>Back to the curves</source>
        <translation>返回曲线</translation>
    </message>
    <message>
        <source>Different from this run: {0}.</source>
        <translation>与此运行不同：{0}。</translation>
    </message>
    <message>
        <source>Choose what is to be different. Unchanged, it goes the same way; what shapes networks stays.</source>
        <translation>请选择要改变的内容。若不改变，过程将完全相同；决定网络结构的设置保持不变。</translation>
    </message>
</context>
<context>
    <name>BranchStarter</name>
    <message>
        <source>Saving and stopping {0}; a new run goes on from it.</source>
        <translation>正在保存并停止 {0}；新的运行将从它继续。</translation>
    </message>
    <message>
        <source>{0} is training. Stop it before a branch of another run starts.</source>
        <translation>{0} 正在训练。请先停止它，再从其他运行建立分支。</translation>
    </message>
    <message>
        <source>{0} is ready; resume it on the Runs page.</source>
        <translation>{0} 已就绪；可在“运行”页面继续。</translation>
    </message>
    <message>
        <source>{0} goes on from step {1} of {2}, which stays as it is.</source>
        <translation>{0} 从 {2} 的第 {1} 步继续，原运行保持不变。</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} kimg</source>
        <translation>{0} kimg</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} 步</translation>
    </message>
    <message>
        <source>{0} min without a better score</source>
        <translation>{0} 分钟评分无改善</translation>
    </message>
</context>
<context>
    <name>BudgetRow</name>
    <message>
        <source>Train for</source>
        <translation>训练时长</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Go on until Stop is pressed</source>
        <translation>一直继续，直到按下“停止”</translation>
    </message>
    <message>
        <source>How much training; it can be stopped at any time and gone on with later</source>
        <translation>训练多少；可随时停止，以后再继续</translation>
    </message>
    <message>
        <source>Or stop when the score does not improve for</source>
        <translation>或在评分没有改善达到以下时间时停止</translation>
    </message>
    <message>
        <source>Minutes without a better score</source>
        <translation>评分没有改善的分钟数</translation>
    </message>
</context>
<context>
    <name>ChosenStyles</name>
    <message>
        <source>A folder has no style: drop single pictures here.</source>
        <translation>文件夹没有风格：请把单张图片拖到这里。</translation>
    </message>
    <message>
        <source>Pictures to take the style of</source>
        <translation>用来取风格的图片</translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Make one class of the chosen folders; to rename a class, type in its column</source>
        <translation>把所选文件夹合并为一类；在其列中输入即可重命名</translation>
    </message>
    <message>
        <source>Make one class</source>
        <translation>合并为一类</translation>
    </message>
    <message>
        <source>As the folders are</source>
        <translation>按文件夹分类</translation>
    </message>
    <message>
        <source>Each folder is a class again</source>
        <translation>每个文件夹恢复为一类</translation>
    </message>
    <message>
        <source>Use these classes</source>
        <translation>使用这些类别</translation>
    </message>
    <message>
        <source>Prepare the pictures with them</source>
        <translation>按这些类别准备图片</translation>
    </message>
    <message>
        <source>{0} classes: {1}</source>
        <translation>{0} 类：{1}</translation>
    </message>
    <message>
        <source>No class is left.</source>
        <translation>没有剩下任何类别。</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Close GAN Studio</source>
        <translation>关闭 GAN Studio</translation>
    </message>
    <message>
        <source>{0} is still learning.</source>
        <translation>{0} 还在学习。</translation>
    </message>
    <message>
        <source>What it has learnt is saved, and the next start offers to go on.</source>
        <translation>已学到的内容已保存，下次启动时会提示继续。</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>停止并保存</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Always stop and save without asking</source>
        <translation>总是不询问就停止并保存</translation>
    </message>
</context>
<context>
    <name>ColumnTitles</name>
    <message>
        <source>What the columns show</source>
        <translation>各列显示什么</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>One number of all runs over time</source>
        <translation>所有运行的同一个数值随时间变化</translation>
    </message>
    <message>
        <source>Wheel and drag look closer, double-click shows all</source>
        <translation>滚轮和拖动可放大查看，双击显示全部</translation>
    </message>
    <message>
        <source>The settings whose values are not the same in all of these runs</source>
        <translation>在这些运行中取值不同的设置</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
    </message>
    <message>
        <source>Compare only what rests on the same number of images N and the same features</source>
        <translation>只比较基于相同图片数 N 和相同特征的评分</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>None of these runs has scores.</source>
        <translation>这些运行都没有评分。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>在文件管理器中打开文件夹</translation>
    </message>
    <message>
        <source>Back to all runs (Escape)</source>
        <translation>返回所有运行 (Escape)</translation>
    </message>
    <message>
        <source>Report (HTML)…</source>
        <translation>报告 (HTML)…</translation>
    </message>
    <message>
        <source>One page with the pictures and plots in it, for any browser</source>
        <translation>一个包含图片和曲线的网页，任何浏览器都能打开</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>数据 (CSV)…</translation>
    </message>
    <message>
        <source>Every number of these runs, for a spreadsheet</source>
        <translation>这些运行的所有数值，供电子表格使用</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>比较运行</translation>
    </message>
    <message>
        <source>Last samples of {0}</source>
        <translation>{0} 的最新样本</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves</source>
        <translation>滚轮缩放，拖动移动</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>没有样本</translation>
    </message>
    <message>
        <source>Draw this number</source>
        <translation>绘制此数值</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Steps along the axis</source>
        <translation>横轴为步数</translation>
    </message>
    <message>
        <source>kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>Thousands of images seen along the axis</source>
        <translation>横轴为已学图片数（千张）</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Minutes of training along the axis</source>
        <translation>横轴为训练分钟数</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>所有设置都相同。</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>best while training</source>
        <translation>训练中的最佳</translation>
    </message>
    <message>
        <source>evaluated</source>
        <translation>单独评估</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>N {0}, {1}; {2}. Scores with other N or features are left out.</source>
        <translation>N {0}，{1}；{2}。N 或特征不同的评分未列入。</translation>
    </message>
</context>
<context>
    <name>ComputerCard</name>
    <message>
        <source>Which PyTorch and graphics card are here, what is missing, what mends it.</source>
        <translation>这里有哪个 PyTorch 和显卡、缺少什么、如何修复。</translation>
    </message>
    <message>
        <source>Look at this computer</source>
        <translation>检查这台电脑</translation>
    </message>
    <message>
        <source>Takes some seconds</source>
        <translation>需要几秒钟</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>复制用于错误报告</translation>
    </message>
    <message>
        <source>Puts all of it on the clipboard, without your name or home folder</source>
        <translation>把全部内容放入剪贴板，不含您的姓名和主文件夹</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>这台电脑</translation>
    </message>
    <message>
        <source>Looking...</source>
        <translation>正在检查...</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend.</source>
        <translation>
            <numerusform>有 %n 项需要修复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs mending.</source>
        <translation>没有需要修复的问题。</translation>
    </message>
</context>
<context>
    <name>CurrentRun</name>
    <message>
        <source>A run is training. Stop it before the next one starts.</source>
        <translation>有一个运行正在训练。请先停止它，再开始下一个。</translation>
    </message>
    <message>
        <source>A run is training. Stop it before another one goes on.</source>
        <translation>有一个运行正在训练。请先停止它，再继续另一个。</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>D(G(z)) generated</source>
        <translation>D(G(z)) 生成</translation>
    </message>
    <message>
        <source>D of held-out real</source>
        <translation>D 保留的真实图</translation>
    </message>
    <message>
        <source>D(x) real</source>
        <translation>D(x) 真实</translation>
    </message>
</context>
<context>
    <name>CurveToggle</name>
    <message>
        <source>Show or hide {0}</source>
        <translation>显示或隐藏 {0}</translation>
    </message>
</context>
<context>
    <name>DataSetController</name>
    <message>
        <source>Opening the run…</source>
        <translation>正在打开运行…</translation>
    </message>
    <message>
        <source>Fill up these pictures</source>
        <translation>补充这些图片</translation>
    </message>
    <message>
        <source>Test on these pictures</source>
        <translation>用这些图片测试</translation>
    </message>
    <message>
        <source>Write the data set to</source>
        <translation>数据集写入到</translation>
    </message>
    <message>
        <source>Reading the pictures</source>
        <translation>正在读取图片</translation>
    </message>
    <message>
        <source>Drawing and filtering</source>
        <translation>正在绘制和筛选</translation>
    </message>
    <message>
        <source>Training classifiers</source>
        <translation>正在训练分类器</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}：{1} / {2}</translation>
    </message>
    <message>
        <source>{0}, about {1} left</source>
        <translation>{0}，还需约 {1}</translation>
    </message>
</context>
<context>
    <name>DataSetForm</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Data set for training</source>
        <translation>用于训练的数据集</translation>
    </message>
    <message>
        <source>Fills rare classes up with what this run draws, and says whether that helps.</source>
        <translation>用此运行绘制的图片补充稀有类别，并说明是否有帮助。</translation>
    </message>
    <message>
        <source>Made: {0}.</source>
        <translation>已完成：{0}。</translation>
    </message>
    <message>
        <source>{0} of {1} {2}</source>
        <translation>{0} / {1} {2}</translation>
    </message>
    <message>
        <source>Stopped. Make it again to go on with what is there.</source>
        <translation>已停止。再次制作会在现有基础上继续。</translation>
    </message>
    <message>
        <source>So many pictures in each class, the real ones counted; 0: as in the largest</source>
        <translation>每一类的图片数，包含真实图片；0：与最大的一类相同</translation>
    </message>
    <message>
        <source>Below 1 more typical and less varied, 1 as learnt, above 1 wider</source>
        <translation>小于 1 更典型、变化更少；1 与所学一致；大于 1 更宽</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>A folder for each class, as ImageFolder reads them</source>
        <translation>每类一个文件夹，可由 ImageFolder 读取</translation>
    </message>
    <message>
        <source>Tars of pictures with their labels</source>
        <translation>带标签的图片 tar 包</translation>
    </message>
    <message>
        <source>Pictures, and a table of their paths and labels</source>
        <translation>图片，以及路径和标签的表格</translation>
    </message>
    <message>
        <source>The real pictures too</source>
        <translation>也包含真实图片</translation>
    </message>
    <message>
        <source>So that the set is complete</source>
        <translation>使数据集完整</translation>
    </message>
    <message>
        <source>Say whether it helps</source>
        <translation>说明是否有帮助</translation>
    </message>
    <message>
        <source>Trains classifiers with and without the set, and tests them on pictures nobody has seen</source>
        <translation>分别用和不用该数据集训练分类器，并在从未见过的图片上测试</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分类器</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>The ResNet on a graphics card, else the linear head</source>
        <translation>有显卡时用 ResNet，否则用线性头</translation>
    </message>
    <message>
        <source>Linear head</source>
        <translation>线性头</translation>
    </message>
    <message>
        <source>On features that are here already: some minutes anywhere</source>
        <translation>基于已有的特征：在任何设备上只需几分钟</translation>
    </message>
    <message>
        <source>The whole network, from nothing: hours without a graphics card</source>
        <translation>从头训练整个网络：没有显卡需要数小时</translation>
    </message>
    <message>
        <source>0: the largest</source>
        <translation>0：最大的一类</translation>
    </message>
    <message>
        <source>Fill up</source>
        <translation>补充</translation>
    </message>
    <message>
        <source>Choose the folder to fill up</source>
        <translation>选择要补充的文件夹</translation>
    </message>
    <message>
        <source>In each class</source>
        <translation>每类数量</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>Test on</source>
        <translation>测试于</translation>
    </message>
    <message>
        <source>Choose pictures that the run has never seen</source>
        <translation>选择此运行从未见过的图片</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Choose a new or empty folder to write to</source>
        <translation>选择一个新的或空的文件夹来写入</translation>
    </message>
    <message>
        <source>What the discriminator rejects</source>
        <translation>判别器拒绝的图片</translation>
    </message>
    <message>
        <source>Rejection sampling by its outputs</source>
        <translation>按其输出做拒绝采样</translation>
    </message>
    <message>
        <source>Copies of learned pictures</source>
        <translation>所学图片的复制品</translation>
    </message>
    <message>
        <source>What lies nearer to one than they to each other</source>
        <translation>比真实图片彼此之间更接近其中一张的</translation>
    </message>
    <message>
        <source>What is unlike the real ones</source>
        <translation>不像真实图片的</translation>
    </message>
    <message>
        <source>What lies in no ball around a real picture</source>
        <translation>不在任何真实图片邻域球内的</translation>
    </message>
    <message>
        <source>What looks like another class</source>
        <translation>看起来像其他类别的</translation>
    </message>
    <message>
        <source>By a classifier of the real pictures</source>
        <translation>由真实图片的分类器判断</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Making the data set</source>
        <translation>正在制作数据集</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>制作</translation>
    </message>
    <message>
        <source>Draw, filter and write the pictures</source>
        <translation>绘制、筛选并写入图片</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop; the same again goes on with what is there</source>
        <translation>停止；再次执行会在现有基础上继续</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>在文件管理器中打开文件夹</translation>
    </message>
    <message>
        <source>Balanced accuracy by the share of real pictures</source>
        <translation>均衡准确率与真实图片比例的关系</translation>
    </message>
    <message>
        <source>Points of balanced accuracy on pictures that nobody has seen, over percents of the real ones</source>
        <translation>在未见过的图片上的均衡准确率，横轴为真实图片的百分比</translation>
    </message>
    <message>
        <source>What it learned from</source>
        <translation>它学习的图片</translation>
    </message>
    <message>
        <source>What it set aside</source>
        <translation>它留出的图片</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>DataSetResult</name>
    <message>
        <source>{0} pictures made.</source>
        <translation>已制作 {0} 张图片。</translation>
    </message>
</context>
<context>
    <name>DataSetTask</name>
    <message>
        <source>Data set</source>
        <translation>数据集</translation>
    </message>
</context>
<context>
    <name>DatasetCard</name>
    <message>
        <source>Images</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Picture {0} of {1}</source>
        <translation>第 {0} 张，共 {1} 张</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>正在查找图片…</translation>
    </message>
    <message>
        <source>All {0} are read; looking for copies…</source>
        <translation>已读完全部 {0} 张；正在查找重复图片…</translation>
    </message>
    <message>
        <source>{0} left out, and why</source>
        <translation>排除了 {0} 张，原因如下</translation>
    </message>
    <message>
        <source>Small ones from {0}</source>
        <translation>小图来自 {0}</translation>
    </message>
    <message>
        <source>Made small here</source>
        <translation>在此缩小</translation>
    </message>
    <message>
        <source>{0} classes: {1}</source>
        <translation>{0} 类：{1}</translation>
    </message>
    <message>
        <source>{0} folders: {1}</source>
        <translation>{0} 个文件夹：{1}</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>还有 {0} 个</translation>
    </message>
    <message>
        <source>Learn the {0} classes</source>
        <translation>学习这 {0} 个类别</translation>
    </message>
    <message>
        <source>Choose other images</source>
        <translation>选择其他图片</translation>
    </message>
    <message>
        <source>Remove these images from the page; the files stay where they are</source>
        <translation>从页面移除这些图片；文件仍在原处</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>解码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop preparing these images</source>
        <translation>停止准备这些图片</translation>
    </message>
    <message>
        <source>The first pictures</source>
        <translation>最前面的图片</translation>
    </message>
    <message>
        <source>Learn pictures of their own shape instead of cutting them to squares</source>
        <translation>按图片原有形状学习，而不是裁成正方形</translation>
    </message>
    <message>
        <source>Label each picture with the folder that it lies in</source>
        <translation>用所在文件夹的名称标注每张图片</translation>
    </message>
    <message>
        <source>Show or hide the files that are not used, with the reasons</source>
        <translation>显示或隐藏未使用的文件及原因</translation>
    </message>
    <message>
        <source>Copy this list</source>
        <translation>复制此列表</translation>
    </message>
    <message>
        <source>Of each pair: what it is given, and what it should give back.</source>
        <translation>每对图片：输入的图和应输出的图。</translation>
    </message>
    <message>
        <source>Look through…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>See all pictures, and leave out some by hand</source>
        <translation>查看所有图片，并手动排除一些</translation>
    </message>
    <message>
        <source>Merge, rename and leave out classes</source>
        <translation>合并、重命名和排除类别</translation>
    </message>
    <message>
        <source>Classes by hand</source>
        <translation>手动分类</translation>
    </message>
    <message>
        <source>A folder with the same pictures, small, under the same names; else they are made small here</source>
        <translation>一个含有同名小图的文件夹；否则在此缩小</translation>
    </message>
    <message>
        <source>I have small ones…</source>
        <translation>我有小图…</translation>
    </message>
    <message>
        <source>Make them small here instead</source>
        <translation>改为在此缩小</translation>
    </message>
    <message>
        <source>Show or hide flips, classes, background and what is left out</source>
        <translation>显示或隐藏翻转、类别、背景和排除项</translation>
    </message>
    <message>
        <source>More on preparation</source>
        <translation>更多准备选项</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 张图片</translation>
    </message>
    <message>
        <source>{0} pictures</source>
        <translation>{0} 张图片</translation>
    </message>
    <message>
        <source>originals {0} × {1} px</source>
        <translation>原图 {0} × {1} px</translation>
    </message>
    <message>
        <source>originals {0} × {1} to {2} × {3} px</source>
        <translation>原图 {0} × {1} 至 {2} × {3} px</translation>
    </message>
</context>
<context>
    <name>Deleting</name>
    <message>
        <source>{0} cannot be deleted: {1}.</source>
        <translation>无法删除 {0}：{1}。</translation>
    </message>
    <message>
        <source>{0} was deleted.</source>
        <translation>已删除 {0}。</translation>
    </message>
    <message>
        <source>{0} runs were deleted.</source>
        <translation>已删除 {0} 个运行。</translation>
    </message>
    <message>
        <source>{0} cannot be put back: {1}. It lies in {2}.</source>
        <translation>无法恢复 {0}：{1}。它在 {2} 中。</translation>
    </message>
</context>
<context>
    <name>DesktopNotes</name>
    <message>
        <source>{0} is written.</source>
        <translation>{0} 已写入。</translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation>{0} 已就绪。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) written.</source>
        <translation>
            <numerusform>已写入 %n 张图片。</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>已完成。</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Where the next run trains</source>
        <translation>下一次运行在哪里训练</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
</context>
<context>
    <name>DirectionsController</name>
    <message>
        <source>Found: {0} of the variety</source>
        <translation>找到：占变化的 {0}</translation>
    </message>
    <message>
        <source>Taken from the weights: {0} of the first layer</source>
        <translation>取自权重：占第一层的 {0}</translation>
    </message>
    <message>
        <source>Taught by examples</source>
        <translation>由示例教会</translation>
    </message>
</context>
<context>
    <name>DirectionsPanel</name>
    <message>
        <source>Find directions</source>
        <translation>寻找方向</translation>
    </message>
    <message>
        <source>Those in which pictures differ most (principal components)</source>
        <translation>图片差异最大的方向（主成分）</translation>
    </message>
    <message>
        <source>Take from the weights</source>
        <translation>从权重中取</translation>
    </message>
    <message>
        <source>What the first layer amplifies most (SeFa); at once, without samples</source>
        <translation>第一层放大最多的方向 (SeFa)；立即得到，无需样本</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>停止寻找</translation>
    </message>
    <message>
        <source>Directions change one thing at a time: find some, then drag their sliders.</source>
        <translation>每个方向只改变一种特征：先寻找，再拖动滑块。</translation>
    </message>
    <message>
        <source>Has it ({0})</source>
        <translation>有 ({0})</translation>
    </message>
    <message>
        <source>Has it not ({0})</source>
        <translation>没有 ({0})</translation>
    </message>
    <message>
        <source>The picture on show is an example that has it</source>
        <translation>当前图片是“有”的示例</translation>
    </message>
    <message>
        <source>The picture on show is an example that has it not</source>
        <translation>当前图片是“没有”的示例</translation>
    </message>
    <message>
        <source>Forget all examples</source>
        <translation>忘掉所有示例</translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation>属性名称</translation>
    </message>
    <message>
        <source>A word for what the examples have</source>
        <translation>用一个词说明这些示例共有的特征</translation>
    </message>
    <message>
        <source>What they have: red, round ...</source>
        <translation>它们的特征：红、圆 ...</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>教授</translation>
    </message>
    <message>
        <source>Find the direction that leads from those without to those with</source>
        <translation>寻找从“没有”通向“有”的方向</translation>
    </message>
    <message>
        <source>Walk to pictures that have something and to some that do not, and say which.</source>
        <translation>走到有某种特征和没有该特征的图片，并分别标明。</translation>
    </message>
    <message>
        <source>Teach it a direction</source>
        <translation>教它一个方向</translation>
    </message>
    <message>
        <source>Learn a direction from examples</source>
        <translation>从示例中学习一个方向</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a folder of images</source>
        <translation>拖入图片文件夹</translation>
    </message>
    <message>
        <source>Folders, single pictures or archives, from your file manager</source>
        <translation>来自文件管理器的文件夹、单张图片或压缩包</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose a folder of images (Ctrl+O)</source>
        <translation>选择图片文件夹 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Learn from flowers that the program draws itself</source>
        <translation>学习程序自己绘制的花</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing to explore yet</source>
        <translation>还没有可探索的内容</translation>
    </message>
    <message>
        <source>Train or open a run to explore it: here you wander between the pictures it can draw.</source>
        <translation>训练或打开一个运行后即可探索：您可以在它能画出的图片之间漫游。</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>显示运行</translation>
    </message>
    <message>
        <source>Choose a run (Ctrl+5)</source>
        <translation>选择一个运行 (Ctrl+5)</translation>
    </message>
</context>
<context>
    <name>EnhancePage</name>
    <message>
        <source>In the style of</source>
        <translation>采用风格</translation>
    </message>
    <message>
        <source>One picture in the style of one to three others</source>
        <translation>把一张图片画成一到三张其他图片的风格</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Pictures several times as large, with details</source>
        <translation>把图片放大数倍并带有细节</translation>
    </message>
    <message>
        <source>The kind of help</source>
        <translation>帮助的种类</translation>
    </message>
</context>
<context>
    <name>EnlargerChoice</name>
    <message>
        <source>Size of the saved picture</source>
        <translation>保存图片的大小</translation>
    </message>
    <message>
        <source>Save it as large as it was drawn, or larger: by a file of weights such as Real-ESRGAN&apos;s, or by a run that learned to enlarge. Its recipe says by what.</source>
        <translation>按绘制的大小保存，或放大保存：用 Real-ESRGAN 之类的权重文件，或学会放大的运行。图片的配方会注明所用的方法。</translation>
    </message>
    <message>
        <source>own size</source>
        <translation>原大小</translation>
    </message>
    <message>
        <source>larger by a file…</source>
        <translation>用文件放大…</translation>
    </message>
    <message>
        <source>larger by a run…</source>
        <translation>用运行放大…</translation>
    </message>
    <message>
        <source>larger by {0}</source>
        <translation>用 {0} 放大</translation>
    </message>
    <message>
        <source>A run that learned to enlarge</source>
        <translation>学会放大的运行</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt)</source>
        <translation>权重 (*.safetensors *.pth *.pt)</translation>
    </message>
    <message>
        <source>A file of weights</source>
        <translation>权重文件</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>Choose a run first, then drop the photograph again.</source>
        <translation>请先选择一个运行，再拖入照片。</translation>
    </message>
    <message>
        <source>The checkpoint of step {0} is not there any more; step {1} draws it now.</source>
        <translation>第 {0} 步的检查点已不存在；现在由第 {1} 步绘制。</translation>
    </message>
    <message>
        <source>Opening {0}</source>
        <translation>正在打开 {0}</translation>
    </message>
    <message>
        <source>{0} is not there any more; the first in the list is shown.</source>
        <translation>{0} 已不存在；显示列表中的第一个。</translation>
    </message>
    <message>
        <source>Choose another run or checkpoint below.</source>
        <translation>请在下方选择其他运行或检查点。</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>{0} written to {1}.</source>
        <translation>{0} 已写入 {1}。</translation>
    </message>
</context>
<context>
    <name>ExploreView</name>
    <message>
        <source>The walk</source>
        <translation>漫游</translation>
    </message>
    <message>
        <source>Nine steps of the walk; click one to go there</source>
        <translation>漫游的九个步骤；点击即可前往</translation>
    </message>
    <message>
        <source>Ways to explore</source>
        <translation>探索方式</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>漫游</translation>
    </message>
    <message>
        <source>From picture to picture</source>
        <translation>从一张图片到另一张</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Another map, an overview, variations</source>
        <translation>另一张地图、总览、变体</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Change one thing at a time</source>
        <translation>每次只改变一种特征</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Variety, classes, mixing, noise</source>
        <translation>多样性、类别、混合、噪声</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Find a photograph, see what it learned from</source>
        <translation>寻找照片，查看它学习过的图片</translation>
    </message>
    <message>
        <source>Save image…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Write the picture on show to a file</source>
        <translation>把当前图片写入文件</translation>
    </message>
    <message>
        <source>with recipe</source>
        <translation>含配方</translation>
    </message>
    <message>
        <source>Files carry what makes the picture again; dropping one here returns to its place. The mark that a model made it stays in any case.</source>
        <translation>文件中带有重现该图片的信息；拖到这里即可回到它的位置。“由模型生成”的标记始终保留。</translation>
    </message>
    <message>
        <source>Save with recipe</source>
        <translation>连同配方保存</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>Keep the place on show; pins in a row are the walk and the film (Ctrl+K)</source>
        <translation>保留当前位置；排成一列的图钉就是漫游和影片 (Ctrl+K)</translation>
    </message>
    <message>
        <source>Animation…</source>
        <translation>动画…</translation>
    </message>
    <message>
        <source>Make a film through the pins</source>
        <translation>制作一段经过各图钉的影片</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Whose pictures are explored</source>
        <translation>探索哪个运行的图片</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>检查点</translation>
    </message>
    <message>
        <source>Which state of the run; newest first</source>
        <translation>运行的哪个状态；最新的在前</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Follow the generator while it learns; press again to freeze a copy</source>
        <translation>跟随学习中的生成器；再按一次则冻结一个副本</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export to</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>A run that learned to enlarge</source>
        <translation>学会放大的运行</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt)</source>
        <translation>权重 (*.safetensors *.pth *.pt)</translation>
    </message>
    <message>
        <source>A file of weights</source>
        <translation>权重文件</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Data set…</source>
        <translation>数据集…</translation>
    </message>
    <message>
        <source>Fill rare classes up for training, and see whether it helps</source>
        <translation>为训练补充稀有类别，并看是否有帮助</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不放大</translation>
    </message>
    <message>
        <source>Best (step {0})</source>
        <translation>最佳（第 {0} 步）</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>All in turn</source>
        <translation>依次各类</translation>
    </message>
    <message>
        <source>Writing {0} of {1}</source>
        <translation>正在写入 {0} / {1}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>This grid</source>
        <translation>此网格</translation>
    </message>
    <message>
        <source>The grid that is shown, as one picture</source>
        <translation>把显示的网格存为一张图片</translation>
    </message>
    <message>
        <source>Picked picture</source>
        <translation>选中的图片</translation>
    </message>
    <message>
        <source>The picture picked in the grid, at its own size</source>
        <translation>网格中选中的图片，按其原大小</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>新图片</translation>
    </message>
    <message>
        <source>As many new pictures as wanted, each from a seed</source>
        <translation>任意数量的新图片，每张来自一个种子</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Exact, larger files</source>
        <translation>无损，文件较大</translation>
    </message>
    <message>
        <source>Small files, slightly changed; read everywhere</source>
        <translation>文件小，略有改变；到处可读</translation>
    </message>
    <message>
        <source>Exact and smaller than PNG</source>
        <translation>无损且比 PNG 小</translation>
    </message>
    <message>
        <source>How many pictures</source>
        <translation>图片数量</translation>
    </message>
    <message>
        <source>The first picture&apos;s seed; the next have the next seeds</source>
        <translation>第一张图片的种子；后面依次递增</translation>
    </message>
    <message>
        <source>Truncation psi: below 1 more typical and less varied, 1 as learnt</source>
        <translation>截断 psi：小于 1 更典型、变化更少；1 与所学一致</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Pictures of one class, or of all in turn</source>
        <translation>某一类的图片，或依次各类</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>由谁绘制</translation>
    </message>
    <message>
        <source>The checkpoint with the best score so far</source>
        <translation>迄今评分最佳的检查点</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>What it has learned up to now</source>
        <translation>迄今学到的内容</translation>
    </message>
    <message>
        <source>So that a picture can be made again, and is known as generated; no folder names are written</source>
        <translation>以便能重现图片并识别其为生成；不写入文件夹名称</translation>
    </message>
    <message>
        <source>Write recipe, step and seed into the files</source>
        <translation>把配方、步数和种子写入文件</translation>
    </message>
    <message>
        <source>Enlarge by a file of weights, such as Real-ESRGAN&apos;s (.safetensors, .pth)</source>
        <translation>用权重文件放大，例如 Real-ESRGAN (.safetensors, .pth)</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>运行…</translation>
    </message>
    <message>
        <source>Enlarge by a run of this program that learned to</source>
        <translation>用本程序中学会放大的运行来放大</translation>
    </message>
    <message>
        <source>Do not enlarge</source>
        <translation>不放大</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>选择写入的文件夹</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>首个种子</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>截断</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Write the files; nothing is written over</source>
        <translation>写入文件；不会覆盖任何文件</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop writing; what is written stays</source>
        <translation>停止写入；已写入的保留</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>在文件管理器中打开文件夹</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ExportTask</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Set {0} back</source>
        <translation>重置{0}</translation>
    </message>
    <message>
        <source>Goes from {0} to {1}{2}.</source>
        <translation>范围 {0} 到 {1}{2}。</translation>
    </message>
    <message>
        <source>Goes from {0}{1} up.</source>
        <translation>最小 {0}{1}。</translation>
    </message>
    <message>
        <source>Goes up to {0}{1}.</source>
        <translation>最大 {0}{1}。</translation>
    </message>
</context>
<context>
    <name>FilmController</name>
    <message>
        <source>PNG, JPEG or WebP (*.png *.jpg *.webp)</source>
        <translation>PNG、JPEG 或 WebP (*.png *.jpg *.webp)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Writing the file</source>
        <translation>正在写入文件</translation>
    </message>
    <message>
        <source> per second</source>
        <translation> / 秒</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>How long it plays</source>
        <translation>播放多长时间</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧率</translation>
    </message>
    <message>
        <source>Frames per second; 25 look smooth</source>
        <translation>每秒帧数；25 帧看起来流畅</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Pixels on each side; larger ones are enlarged, not drawn finer</source>
        <translation>每边像素数；更大的只是放大，并不会画得更细</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>按绘制大小</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>运动</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>匀速</translation>
    </message>
    <message>
        <source>One speed all the way</source>
        <translation>全程同一速度</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>Slower at each pin</source>
        <translation>经过每个图钉时放慢</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>A still moment at each pin</source>
        <translation>在每个图钉处停留片刻</translation>
    </message>
    <message>
        <source>Goes on from the last pin to the first</source>
        <translation>从最后一个图钉回到第一个</translation>
    </message>
    <message>
        <source>Return to the first, so that it repeats smoothly</source>
        <translation>回到第一个，从而平滑循环</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Write as {0}</source>
        <translation>写成 {0}</translation>
    </message>
    <message>
        <source>Render…</source>
        <translation>生成…</translation>
    </message>
    <message>
        <source>Choose where it goes, and make it</source>
        <translation>选择保存位置并生成</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>停止；不写入任何内容</translation>
    </message>
    <message>
        <source>Back to the walk</source>
        <translation>返回漫游</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>动画</translation>
    </message>
    <message>
        <source>Pin a place first (Ctrl+K).</source>
        <translation>请先固定一个位置 (Ctrl+K)。</translation>
    </message>
    <message>
        <source>{0} frames of one pin</source>
        <translation>一个图钉的 {0} 帧</translation>
    </message>
    <message>
        <source>{0} frames through {1} pins</source>
        <translation>经过 {1} 个图钉的 {0} 帧</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>From {0} to {1} of {2}</source>
        <translation>从 {0} 到 {1}，共 {2}</translation>
    </message>
    <message>
        <source>{0}. Drag the ends; or arrow keys for the start, with Shift for the end.</source>
        <translation>{0}。拖动两端；或用方向键调整起点，按住 Shift 调整终点。</translation>
    </message>
</context>
<context>
    <name>FlowerMap</name>
    <message>
        <source>Flowers that a generator draws</source>
        <translation>由生成器绘制的花</translation>
    </message>
    <message>
        <source>Move over the flowers; a click goes on from there in Explore</source>
        <translation>在花上移动鼠标；点击即从那里进入“探索”</translation>
    </message>
</context>
<context>
    <name>FolderModel</name>
    <message>
        <source>{0} x {1} px</source>
        <translation>{0} x {1} px</translation>
    </message>
    <message>
        <source>fitted by hand: {0}</source>
        <translation>手动适配：{0}</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>手动排除</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>This run trains in a process of its own. Save it now, then explore its newest checkpoint.</source>
        <translation>此运行在独立进程中训练。请先保存，再探索最新的检查点。</translation>
    </message>
</context>
<context>
    <name>GrowthCurve</name>
    <message>
        <source>Curve beside the film</source>
        <translation>影片旁的曲线</translation>
    </message>
    <message>
        <source>The dot is the moment that the film shows</source>
        <translation>圆点是影片显示的时刻</translation>
    </message>
    <message>
        <source>Generator&apos;s loss</source>
        <translation>生成器的损失</translation>
    </message>
    <message>
        <source>{0} {1} at step {2}</source>
        <translation>第 {2} 步的{0}为 {1}</translation>
    </message>
</context>
<context>
    <name>GrowthLoop</name>
    <message>
        <source>How the pictures came about</source>
        <translation>图片是怎样形成的</translation>
    </message>
    <message>
        <source>From noise to the last pictures; drag it into another program, or copy it</source>
        <translation>从噪声到最后的图片；可拖到其他程序或复制</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>First steps</source>
        <translation>入门</translation>
    </message>
    <message>
        <source>Drop a folder of pictures onto the window, or take the sample set.</source>
        <translation>把图片文件夹拖到窗口上，或使用示例图片。</translation>
    </message>
    <message>
        <source>Auto says what it will learn, and how long that takes; the rest is behind Choose myself.</source>
        <translation>“自动”会说明将学习什么、需要多久；其余在“自己选择”中。</translation>
    </message>
    <message>
        <source>Press Start. The first pictures are noise; after some minutes shapes appear.</source>
        <translation>按“开始”。最初的图片是噪声；几分钟后会出现形状。</translation>
    </message>
    <message>
        <source>Drag the slider under the pictures to see how they came about.</source>
        <translation>拖动图片下方的滑块，查看它们是怎样形成的。</translation>
    </message>
    <message>
        <source>Stop whenever you like: everything is saved, and a run can go on later.</source>
        <translation>可随时停止：一切都已保存，运行可以以后继续。</translation>
    </message>
    <message>
        <source>What good looks like</source>
        <translation>怎样算好</translation>
    </message>
    <message>
        <source>How real the discriminator finds real pictures. Between 0.5 and 0.9 is healthy.</source>
        <translation>判别器认为真实图片有多真。0.5 到 0.9 之间为正常。</translation>
    </message>
    <message>
        <source>How real it finds invented ones. Between 0.1 and 0.5; near 0 it learns slowly, if at all.</source>
        <translation>它认为生成图片有多真。应在 0.1 到 0.5 之间；接近 0 时学得很慢甚至学不到。</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>They need not fall: the two networks keep each other in balance.</source>
        <translation>损失不必下降：两个网络互相保持平衡。</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>覆盖率</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>复制品</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation>各项数值</translation>
    </message>
</context>
<context>
    <name>HelpParts</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>The line beside it says what will be learned and how long that takes, or what is in the way, with a button that puts it right. Queue trains it when the runs before have ended.</source>
        <translation>旁边的一行说明将学习什么、需要多久，或有什么阻碍，并附有修复按钮。“队列”会在前面的运行结束后再训练它。</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>滑块</translation>
    </message>
    <message>
        <source>Under the pictures: every earlier moment. The end is live.</source>
        <translation>在图片下方：每一个较早的时刻。末端是实时。</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>The numbers behind the sentence, and what can be done where something is wrong.</source>
        <translation>这句话背后的数值，以及出问题时可以做什么。</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时间机器</translation>
    </message>
    <message>
        <source>The same latents at every kept moment. A new run can start from any of them.</source>
        <translation>同一组潜向量在每个保存时刻的图片。可从其中任一时刻开始新的运行。</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>A run that has ended shows how its pictures came about; save it, or train longer.</source>
        <translation>已结束的运行会展示图片是怎样形成的；可以保存，或继续训练更久。</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Every place is a picture: drag to move, the wheel changes the scale.</source>
        <translation>每个位置都是一张图片：拖动移动，滚轮改变比例。</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>漫游</translation>
    </message>
    <message>
        <source>From one picture to another, in steps between.</source>
        <translation>从一张图片走到另一张，经过中间步骤。</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>What changes together: each slider is one, sorted by how much it changes.</source>
        <translation>一起变化的特征：每个滑块是一个方向，按变化大小排列。</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Lower: safer pictures that are more alike. Higher: bolder ones, with more failures.</source>
        <translation>较低：图片更稳妥但更相似。较高：更大胆，但失败更多。</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>Drop a photograph: the most similar picture that the generator can draw is looked for.</source>
        <translation>拖入一张照片：寻找生成器能画出的最相似的图片。</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>图钉</translation>
    </message>
    <message>
        <source>Places that are kept. In a row they are a film.</source>
        <translation>保留的位置。排成一列就是一段影片。</translation>
    </message>
    <message>
        <source>Two folders</source>
        <translation>两个文件夹</translation>
    </message>
    <message>
        <source>One on each side; the pictures need no partners. A few hundred of each are good.</source>
        <translation>每边一个；图片无需配对。每边几百张为宜。</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>A picture, what became of it, and that led back: the less changed, the better. Cycle error shows where it changed.</source>
        <translation>一张图片、它的转换结果、以及再转换回来的图：变化越小越好。循环误差显示变化的位置。</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Drop pictures or a folder: each is shown translated, then Translate all writes them.</source>
        <translation>拖入图片或文件夹：逐张显示转换结果，再用“全部转换”写入。</translation>
    </message>
    <message>
        <source>The same pictures as the generator of every kept moment translated them.</source>
        <translation>同一批图片由每个保存时刻的生成器转换的结果。</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>The network of one direction, for other programs.</source>
        <translation>某一方向的网络，供其他程序使用。</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>A picture two to four times as large, by a network that you trained or brought.</source>
        <translation>用您训练或带来的网络把图片放大二到四倍。</translation>
    </message>
    <message>
        <source>In a style</source>
        <translation>以某种风格</translation>
    </message>
    <message>
        <source>A photograph drawn like another picture; strength says how much.</source>
        <translation>把照片画得像另一张图片；强度决定程度。</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Every run, wherever it lies. The mouse on a card plays how its pictures came about.</source>
        <translation>每个运行，无论存在哪里。鼠标停在卡片上会播放其图片的形成过程。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Choose two or more: curves, scores and settings beside each other.</source>
        <translation>选择两个或更多：并排查看曲线、评分和设置。</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Runs that wait, one after the other: change their order, take one out, or stop after the one that trains. It goes on after a restart.</source>
        <translation>依次等待的运行：可改变顺序、移出某个，或在当前训练结束后停止。重新启动后会继续。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Undo brings a deleted run back until the next one is deleted or the message is closed.</source>
        <translation>“撤销”可恢复被删除的运行，直到删除下一个或关闭消息为止。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>A run as one file, without where your pictures are.</source>
        <translation>把运行打包成一个文件，不包含您图片的位置。</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Where new runs are written. Runs that lie elsewhere stay in the list.</source>
        <translation>新运行写入的位置。存在别处的运行仍保留在列表中。</translation>
    </message>
    <message>
        <source>Own process</source>
        <translation>独立进程</translation>
    </message>
    <message>
        <source>Training apart from the window: a crash of one does not end the other.</source>
        <translation>训练与窗口分开：一方崩溃不影响另一方。</translation>
    </message>
</context>
<context>
    <name>JourneyView</name>
    <message>
        <source>Journey</source>
        <translation>足迹</translation>
    </message>
    <message>
        <source>Every place you have been to; click one to return</source>
        <translation>您到过的每个位置；点击即可返回</translation>
    </message>
</context>
<context>
    <name>LargerForm</name>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>{0}: {1} pictures</source>
        <translation>{0}：{1} 张图片</translation>
    </message>
    <message>
        <source>Enlarge all</source>
        <translation>全部放大</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>A file of weights: Real-ESRGAN and its kin (.safetensors, .pth), read as data only</source>
        <translation>权重文件：Real-ESRGAN 及同类 (.safetensors, .pth)，只作为数据读取</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>运行…</translation>
    </message>
    <message>
        <source>A run of this program that learned to enlarge</source>
        <translation>本程序中学会放大的运行</translation>
    </message>
    <message>
        <source>Train a network on a folder of sharp pictures of the same kind; it takes minutes to hours</source>
        <translation>用同类清晰图片的文件夹训练一个网络；需要几分钟到几小时</translation>
    </message>
    <message>
        <source>Learn from my pictures…</source>
        <translation>向我的图片学习…</translation>
    </message>
    <message>
        <source>Left the first stage, which keeps to what is there; right the second, which draws fine detail</source>
        <translation>左边是第一阶段，忠于原有内容；右边是第二阶段，会画出精细细节</translation>
    </message>
    <message>
        <source>From true to sharp</source>
        <translation>从忠实到锐利</translation>
    </message>
    <message>
        <source>True</source>
        <translation>忠实</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>锐利</translation>
    </message>
    <message>
        <source>How many times larger the results are</source>
        <translation>结果放大多少倍</translation>
    </message>
    <message>
        <source>All it can</source>
        <translation>尽其所能</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>Drag a line across the picture</source>
        <translation>在图片上拖动一条线</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Enlarged as usual on the left, by the network on the right</source>
        <translation>左边是普通放大，右边由网络放大</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>交替显示</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose pictures to enlarge</source>
        <translation>选择要放大的图片</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose the folder that the results go to</source>
        <translation>选择结果保存的文件夹</translation>
    </message>
    <message>
        <source>Otherwise nothing is done when a name is taken</source>
        <translation>否则名称已存在时不做任何操作</translation>
    </message>
    <message>
        <source>Replace existing files</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>正在放大</translation>
    </message>
    <message>
        <source>Enlarge, and keep names and subfolders</source>
        <translation>放大，并保留名称和子文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; what is written stays</source>
        <translation>停止；已写入的保留</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>结果保存到</translation>
    </message>
</context>
<context>
    <name>LargerView</name>
    <message>
        <source>Enlarging</source>
        <translation>正在放大</translation>
    </message>
    <message>
        <source>Drop the pictures that are to be larger.</source>
        <translation>拖入要放大的图片。</translation>
    </message>
    <message>
        <source>Choose a network: a file of weights, such as Real-ESRGAN&apos;s, or a run that learned to enlarge.</source>
        <translation>请选择网络：Real-ESRGAN 之类的权重文件，或学会放大的运行。</translation>
    </message>
    <message>
        <source>Pictures to enlarge</source>
        <translation>要放大的图片</translation>
    </message>
    <message>
        <source>A run that learned to enlarge</source>
        <translation>学会放大的运行</translation>
    </message>
    <message>
        <source>Weights ({0})</source>
        <translation>权重 ({0})</translation>
    </message>
    <message>
        <source>A file of weights</source>
        <translation>权重文件</translation>
    </message>
    <message>
        <source>A folder of pictures as sharp as the results should be</source>
        <translation>图片清晰度与期望结果相当的文件夹</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>结果保存的位置</translation>
    </message>
    <message>
        <source>Enlarging the first picture.</source>
        <translation>正在放大第一张图片。</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>拖入的内容</translation>
    </message>
    <message>
        <source>The first picture cannot be read; the others may.</source>
        <translation>无法读取第一张图片；其他图片也许可以。</translation>
    </message>
    <message>
        <source>On the left enlarged as usual (bicubic), on the right by the network.</source>
        <translation>左边是普通放大（双三次），右边由网络放大。</translation>
    </message>
    <message>
        <source>{0} pictures written.</source>
        <translation>已写入 {0} 张图片。</translation>
    </message>
    <message>
        <source>1 picture written.</source>
        <translation>已写入 1 张图片。</translation>
    </message>
    <message>
        <source>The rest was not begun.</source>
        <translation>其余尚未开始。</translation>
    </message>
    <message>
        <source>{0} could not be read:</source>
        <translation>有 {0} 个无法读取：</translation>
    </message>
</context>
<context>
    <name>LatentMap</name>
    <message>
        <source>The picture on show, and the map around it</source>
        <translation>当前图片及其周围的地图</translation>
    </message>
    <message>
        <source>Drag moves through latent space, wheel or + and - change the scale, arrow keys walk</source>
        <translation>拖动可在潜空间中移动，滚轮或 + 和 - 改变比例，方向键漫游</translation>
    </message>
    <message>
        <source>With Ctrl the picture is dragged into another program; Ctrl+C copies it</source>
        <translation>按住 Ctrl 可把图片拖到其他程序；Ctrl+C 复制</translation>
    </message>
</context>
<context>
    <name>LeftOutModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>LeftOutView</name>
    <message>
        <source>Files left out</source>
        <translation>被排除的文件</translation>
    </message>
    <message>
        <source>What was left out and why; Ctrl+C copies the chosen lines</source>
        <translation>被排除的文件及原因；Ctrl+C 复制选中的行</translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>Frozen: choose a checkpoint to leave this copy.</source>
        <translation>已冻结：选择一个检查点即可离开此副本。</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Take pictures away (Ctrl+E)</source>
        <translation>导出图片 (Ctrl+E)</translation>
    </message>
    <message>
        <source>Take the network to other programs (Ctrl+E)</source>
        <translation>把网络导出给其他程序 (Ctrl+E)</translation>
    </message>
    <message>
        <source>The best pictures, step {0}</source>
        <translation>最好的图片，第 {0} 步</translation>
    </message>
    <message>
        <source>The last pictures, step {0}</source>
        <translation>最后的图片，第 {0} 步</translation>
    </message>
    <message>
        <source>{0} of {1} pictures prepared.</source>
        <translation>已准备 {0} / {1} 张图片。</translation>
    </message>
    <message>
        <source>The pictures are ready; measuring how fast this computer is.</source>
        <translation>图片已就绪；正在测量这台电脑的速度。</translation>
    </message>
    <message>
        <source>Looking through the pictures.</source>
        <translation>正在浏览图片。</translation>
    </message>
    <message>
        <source>The curves appear here.</source>
        <translation>曲线将显示在这里。</translation>
    </message>
    <message>
        <source>Pause and go on (Space)</source>
        <translation>暂停和继续 (空格)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Save and end this run; it can be continued</source>
        <translation>保存并结束此运行；以后可以继续</translation>
    </message>
    <message>
        <source>Save now: write a checkpoint (Ctrl+S)</source>
        <translation>立即保存：写入检查点 (Ctrl+S)</translation>
    </message>
    <message>
        <source>Sample now: draw a grid of samples</source>
        <translation>立即采样：绘制一组样本</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Go on where it stopped, with as much time again</source>
        <translation>从停止处继续，时长与之前相同</translation>
    </message>
    <message>
        <source>Continue, rates low</source>
        <translation>继续（低学习率）</translation>
    </message>
    <message>
        <source>The learning rates have fallen. Continue training lifts them to their full size; this does not.</source>
        <translation>学习率已经下降。“继续训练”会把它们恢复到原值；这里则不会。</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>新建运行</translation>
    </message>
    <message>
        <source>Choose pictures and a recipe (Ctrl+N)</source>
        <translation>选择图片和配方 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Show the run&apos;s folder</source>
        <translation>显示运行的文件夹</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>时间机器</translation>
    </message>
    <message>
        <source>The same latents at every kept moment of this run</source>
        <translation>同一组潜向量在此运行每个保存时刻的图片</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>The numbers behind the verdict, and what can be done</source>
        <translation>判断背后的数值，以及可以做什么</translation>
    </message>
    <message>
        <source>Save film…</source>
        <translation>保存影片…</translation>
    </message>
    <message>
        <source>How the pictures came about, as a film of six seconds</source>
        <translation>图片的形成过程，六秒影片</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Wander through what it learnt (Ctrl+2)</source>
        <translation>在学到的内容中漫游 (Ctrl+2)</translation>
    </message>
    <message>
        <source>Enlarge pictures</source>
        <translation>放大图片</translation>
    </message>
    <message>
        <source>Make pictures larger with what it learnt</source>
        <translation>用学到的网络放大图片</translation>
    </message>
    <message>
        <source>Train longer</source>
        <translation>继续训练更久</translation>
    </message>
    <message>
        <source>Making the film</source>
        <translation>正在制作影片</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>在文件管理器中打开文件夹</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>{0} was deleted or moved.</source>
        <translation>{0} 已被删除或移动。</translation>
    </message>
    <message>
        <source>It ended at step {0} without a word; it can go on from its last checkpoint.</source>
        <translation>它在第 {0} 步意外结束；可从最后的检查点继续。</translation>
    </message>
    <message>
        <source>Another program trains it. Open it again to see how far it has come.</source>
        <translation>另一个程序正在训练它。重新打开即可查看进度。</translation>
    </message>
    <message>
        <source>Nothing has been trained. Continue training begins it.</source>
        <translation>还没有训练过。“继续训练”将开始训练。</translation>
    </message>
    <message>
        <source>Growing: {0}</source>
        <translation>生长：{0}</translation>
    </message>
    <message>
        <source>On {0}, {1}. Weights: {2}.</source>
        <translation>在 {0} 上，{1}。权重：{2}。</translation>
    </message>
    <message>
        <source>Saved at step {0}.</source>
        <translation>已在第 {0} 步保存。</translation>
    </message>
    <message>
        <source> (marked as the best)</source>
        <translation> （标为最佳）</translation>
    </message>
    <message>
        <source>{0}{1}, N {2}, {3}</source>
        <translation>{0}{1}，N {2}，{3}</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} 分 {1} 秒</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>It ended before its first step.</source>
        <translation>它在第一步之前就结束了。</translation>
    </message>
    <message>
        <source>{0} steps, {1} thousand images, {2} of training; all of it is saved.</source>
        <translation>{0} 步，{1} 千张图片，训练 {2}；全部已保存。</translation>
    </message>
</context>
<context>
    <name>LiveVerdict</name>
    <message>
        <source>Back to the curves</source>
        <translation>返回曲线</translation>
    </message>
    <message>
        <source>Scores and verdict</source>
        <translation>评分与判断</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>停滞</translation>
    </message>
    <message>
        <source>Watch out</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习中</translation>
    </message>
    <message>
        <source>There is too little of it to judge.</source>
        <translation>数据还太少，无法判断。</translation>
    </message>
    <message>
        <source>At the end: {0}</source>
        <translation>结束时：{0}</translation>
    </message>
</context>
<context>
    <name>LookThrough</name>
    <message>
        <source>Look through the pictures</source>
        <translation>浏览图片</translation>
    </message>
    <message>
        <source>All pictures are being looked at…</source>
        <translation>正在查看所有图片…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back to the choices (Esc)</source>
        <translation>返回选择 (Esc)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>In which order the pictures are shown</source>
        <translation>图片的显示顺序</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>按名称</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>按大小</translation>
    </message>
    <message>
        <source>By brightness</source>
        <translation>按亮度</translation>
    </message>
    <message>
        <source>Near copies first</source>
        <translation>近似重复在前</translation>
    </message>
    <message>
        <source>Leave the chosen pictures out, or bring them back (Delete)</source>
        <translation>排除选中的图片，或恢复它们 (Delete)</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>排除</translation>
    </message>
    <message>
        <source>How the chosen pictures are fitted, where not as all others are</source>
        <translation>选中的图片如何适配（若与其他图片不同）</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配</translation>
    </message>
    <message>
        <source>Fit as the others</source>
        <translation>与其他图片相同</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>{0} of {1} learned from, {2} left out by hand</source>
        <translation>学习 {0} / {1} 张，手动排除 {2} 张</translation>
    </message>
    <message>
        <source>{0}, {1} fitted by hand</source>
        <translation>{0}，{1} 张手动适配</translation>
    </message>
</context>
<context>
    <name>LossPlots</name>
    <message>
        <source>Click goes to that moment, wheel and drag look closer, double-click shows all</source>
        <translation>点击前往该时刻，滚轮和拖动放大查看，双击显示全部</translation>
    </message>
    <message>
        <source>Losses over time</source>
        <translation>损失随时间的变化</translation>
    </message>
    <message>
        <source>What the discriminator says over time</source>
        <translation>判别器的输出随时间的变化</translation>
    </message>
    <message>
        <source>Losses, and what the discriminator says, over time</source>
        <translation>损失与判别器的输出随时间的变化</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Steps along the axis</source>
        <translation>横轴为步数</translation>
    </message>
    <message>
        <source>kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>Thousands of images seen along the axis</source>
        <translation>横轴为已学图片数（千张）</translation>
    </message>
    <message>
        <source>min</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Minutes of training along the axis</source>
        <translation>横轴为训练分钟数</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>原始</translation>
    </message>
    <message>
        <source>Curves as they are</source>
        <translation>不做平滑的曲线</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Curves smoothed over about ten points</source>
        <translation>在约十个点上平滑的曲线</translation>
    </message>
    <message>
        <source>more</source>
        <translation>更平滑</translation>
    </message>
    <message>
        <source>Curves smoothed over about fifty points</source>
        <translation>在约五十个点上平滑的曲线</translation>
    </message>
    <message>
        <source>log</source>
        <translation>对数</translation>
    </message>
    <message>
        <source>Losses on a logarithmic scale</source>
        <translation>对数刻度的损失</translation>
    </message>
    <message>
        <source>Neither should run away.</source>
        <translation>两者都不应失控上升。</translation>
    </message>
    <message>
        <source>A discriminator loss that stays near 0 teaches the generator little.</source>
        <translation>判别器损失一直接近 0 时，生成器学不到什么。</translation>
    </message>
    <message>
        <source>Scores, not probabilities: the gap between the two is what can be told apart; it shrinks.</source>
        <translation>这是分数而非概率：两者的差距就是可分辨的程度，会逐渐缩小。</translation>
    </message>
    <message>
        <source>Both around 0.5: balanced. D(G(z)) near 0, and pictures that get no better: the discriminator has won.</source>
        <translation>两者都在 0.5 左右：平衡。D(G(z)) 接近 0 且图片不再变好：判别器赢了。</translation>
    </message>
    <message>
        <source>step {0} · {1} kimg</source>
        <translation>第 {0} 步 · {1} kimg</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saving and stopping. The window closes when that is done.</source>
        <translation>正在保存并停止。完成后窗口将关闭。</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>不保存退出</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>总览</translation>
    </message>
    <message>
        <source>Many seeds at once, like beside like</source>
        <translation>同时显示许多种子，相似的排在一起</translation>
    </message>
    <message>
        <source>Around this</source>
        <translation>围绕此图</translation>
    </message>
    <message>
        <source>64 variations of the picture on show</source>
        <translation>当前图片的 64 个变体</translation>
    </message>
    <message>
        <source>Another map</source>
        <translation>另一张地图</translation>
    </message>
    <message>
        <source>A map between other random latents</source>
        <translation>在其他随机潜向量之间的地图</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>从这里</translation>
    </message>
    <message>
        <source>A map that begins at the picture on show</source>
        <translation>从当前图片开始的地图</translation>
    </message>
    <message>
        <source>Click a picture to go there</source>
        <translation>点击图片即可前往</translation>
    </message>
    <message>
        <source>Draws 144 seeds and lays them out so that neighbours look alike.</source>
        <translation>绘制 144 个种子并排列，使相邻的图片相似。</translation>
    </message>
    <message>
        <source>Make overview</source>
        <translation>制作总览</translation>
    </message>
    <message>
        <source>Draw 144 other seeds and arrange them</source>
        <translation>绘制并排列另外 144 个种子</translation>
    </message>
    <message>
        <source>Leave the overview unfinished</source>
        <translation>不再完成总览</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>变体</translation>
    </message>
    <message>
        <source>Click the one to go on from</source>
        <translation>点击要从其继续的图片</translation>
    </message>
    <message>
        <source>Shows 64 pictures near the one on show. Pick one, and look again.</source>
        <translation>显示当前图片附近的 64 张。选一张，再继续看。</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>多远</translation>
    </message>
    <message>
        <source>How different the variations are</source>
        <translation>变体之间的差异大小</translation>
    </message>
    <message>
        <source>64 around this</source>
        <translation>周围 64 张</translation>
    </message>
    <message>
        <source>Draw 64 variations of the picture on show</source>
        <translation>绘制当前图片的 64 个变体</translation>
    </message>
    <message>
        <source>how far</source>
        <translation>多远</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Do what the message offers</source>
        <translation>执行消息提供的操作</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>显示日志</translation>
    </message>
    <message>
        <source>Open the file with the details</source>
        <translation>打开包含详情的文件</translation>
    </message>
    <message>
        <source>Close this message (Escape)</source>
        <translation>关闭此消息 (Escape)</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>还有 {0} 个</translation>
    </message>
</context>
<context>
    <name>ModelExport</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Export the network</source>
        <translation>导出网络</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>PyTorch program</source>
        <translation>PyTorch 程序</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>There is nothing to export yet: train or open a run first.</source>
        <translation>还没有可导出的内容：请先训练或打开一个运行。</translation>
    </message>
    <message>
        <source>There is no network to export yet: train or open a run first.</source>
        <translation>还没有可导出的网络：请先训练或打开一个运行。</translation>
    </message>
    <message>
        <source>There is no film to save yet: train or open a run first.</source>
        <translation>还没有可保存的影片：请先训练或打开一个运行。</translation>
    </message>
    <message>
        <source>Send as one file</source>
        <translation>打包为一个文件发送</translation>
    </message>
    <message>
        <source>GAN Studio run (*.ganrun)</source>
        <translation>GAN Studio 运行 (*.ganrun)</translation>
    </message>
    <message>
        <source>{0} is ready to be sent ({1} MB).</source>
        <translation>{0} 已可发送（{1} MB）。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Use this run</source>
        <translation>使用此运行</translation>
    </message>
    <message>
        <source>Open this run</source>
        <translation>打开此运行</translation>
    </message>
    <message>
        <source>Look for this picture</source>
        <translation>寻找此图片</translation>
    </message>
    <message>
        <source>Use these pictures</source>
        <translation>使用这些图片</translation>
    </message>
    <message>
        <source>Translate these</source>
        <translation>转换这些图片</translation>
    </message>
    <message>
        <source>Learn from these</source>
        <translation>向这些图片学习</translation>
    </message>
</context>
<context>
    <name>PictureSlot</name>
    <message>
        <source>Drag it to another program or a folder</source>
        <translation>可拖到其他程序或文件夹</translation>
    </message>
    <message>
        <source>Drop another picture here, or click to choose one; Del takes it away</source>
        <translation>把另一张图片拖到这里，或点击选择；Del 移除</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Pins</source>
        <translation>图钉</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>足迹</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 个位置</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>{0} 个位置</translation>
    </message>
    <message>
        <source>Click goes there; drag, or Ctrl and an arrow key, changes the order; Delete takes one out</source>
        <translation>点击前往；拖动，或 Ctrl 加方向键改变顺序；Delete 移除</translation>
    </message>
    <message>
        <source>Pin places that you like: in a row they are the walk and the film.</source>
        <translation>固定您喜欢的位置：排成一列就是漫游和影片。</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Seed of the chosen pin</source>
        <translation>选中图钉的种子</translation>
    </message>
    <message>
        <source>The number that the chosen pin&apos;s noise is drawn from; without one, a new pin</source>
        <translation>选中图钉的噪声由该数产生；没有选中时则新建图钉</translation>
    </message>
    <message>
        <source>One more pin, of a random seed</source>
        <translation>再加一个随机种子的图钉</translation>
    </message>
    <message>
        <source>The chosen pin becomes the picture on show</source>
        <translation>选中的图钉成为当前图片</translation>
    </message>
    <message>
        <source>Take the chosen pin out (Delete)</source>
        <translation>移除选中的图钉 (Delete)</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>重做 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Name of this pin</source>
        <translation>此图钉的名称</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Save as a preset…</source>
        <translation>存为预设…</translation>
    </message>
    <message>
        <source>Keep these settings under a name of your own</source>
        <translation>用自己的名称保存这些设置</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Give your preset another name</source>
        <translation>给您的预设换个名称</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete your preset; the settings stay</source>
        <translation>删除您的预设；设置保持不变</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take back what was said on the left</source>
        <translation>撤销左边所说的操作</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Return saves, Escape leaves everything as it is</source>
        <translation>回车保存，Esc 保持原样</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Keep it under this name</source>
        <translation>以此名称保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>保持原样</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认值</translation>
    </message>
    <message>
        <source>The recipe&apos;s own values</source>
        <translation>配方自带的值</translation>
    </message>
    <message>
        <source>Preset {0}</source>
        <translation>预设 {0}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Searching; the nearest so far. {0}</source>
        <translation>正在寻找；目前最接近的。{0}</translation>
    </message>
    <message>
        <source>Stopped early; the nearest until then. {0}</source>
        <translation>提前停止；到那时为止最接近的。{0}</translation>
    </message>
    <message>
        <source>Choose a photograph</source>
        <translation>选择照片</translation>
    </message>
    <message>
        <source>Choose the weights of a network</source>
        <translation>选择网络权重</translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message>
        <source>Photograph…</source>
        <translation>照片…</translation>
    </message>
    <message>
        <source>Find the picture of this generator that is nearest to it</source>
        <translation>寻找此生成器中与它最接近的图片</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>比较依据</translation>
    </message>
    <message>
        <source>Pixels, and what a network sees: the run&apos;s own discriminator, or one that was trained on photographs, from a file of yours (SqueezeNet 1.1, Inception v3, ResNet-20)</source>
        <translation>像素，以及网络所见：运行自己的判别器，或来自您文件的、用照片训练的网络 (SqueezeNet 1.1、Inception v3、ResNet-20)</translation>
    </message>
    <message>
        <source>Photograph and what was found</source>
        <translation>照片与找到的图片</translation>
    </message>
    <message>
        <source>The photograph, and the nearest picture so far</source>
        <translation>照片和目前最接近的图片</translation>
    </message>
    <message>
        <source>Drop a photograph here. The generator looks for its nearest picture.</source>
        <translation>把照片拖到这里。生成器会寻找最接近的图片。</translation>
    </message>
    <message>
        <source>Stop, and keep the nearest so far</source>
        <translation>停止，并保留目前最接近的</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Explore from the picture that was found</source>
        <translation>从找到的图片开始探索</translation>
    </message>
    <message>
        <source>Look longer</source>
        <translation>继续寻找</translation>
    </message>
    <message>
        <source>Search again, with more steps and other beginnings</source>
        <translation>用更多步数和其他起点再次寻找</translation>
    </message>
    <message>
        <source>Nearest training images</source>
        <translation>最接近的训练图片</translation>
    </message>
    <message>
        <source>Show what it learned from that is nearest to the picture on show</source>
        <translation>显示学过的图片中与当前图片最接近的</translation>
    </message>
    <message>
        <source>The nearest first; the number is the mean difference, 0 to 255</source>
        <translation>最接近的在前；数字为平均差异，0 到 255</translation>
    </message>
    <message>
        <source>photograph</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>最接近</translation>
    </message>
    <message>
        <source>by its discriminator</source>
        <translation>由其判别器</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>由 {0}</translation>
    </message>
    <message>
        <source>by a network of yours…</source>
        <translation>由您的网络…</translation>
    </message>
</context>
<context>
    <name>QtCamera</name>
    <message>
        <source>The camera cannot be used: {0}</source>
        <translation>无法使用摄像头：{0}</translation>
    </message>
</context>
<context>
    <name>QueueDriver</name>
    <message>
        <source>{0} lies outside of {1}, whose runs the queue trains. Go on with it now, or train it anew.</source>
        <translation>{0} 不在 {1} 中，而队列只训练那里的运行。请现在继续它，或重新训练。</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Start the queue</source>
        <translation>开始队列</translation>
    </message>
    <message>
        <source>Train the runs below, one after another</source>
        <translation>依次训练下面的运行</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>此运行后停止</translation>
    </message>
    <message>
        <source>The run that trains goes on to its end; no other begins</source>
        <translation>当前训练会完成；不再开始其他运行</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>推后</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>移出队列</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>trains</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Queue: the last one trains</source>
        <translation>队列：正在训练最后一个</translation>
    </message>
    <message>
        <source>Queue: all have ended</source>
        <translation>队列：全部已结束</translation>
    </message>
    <message>
        <source>Queue: {0} to follow</source>
        <translation>队列：后面还有 {0} 个</translation>
    </message>
    <message>
        <source>Queue: {0} waiting</source>
        <translation>队列：{0} 个等待中</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train a GAN on your pictures (Ctrl+1)</source>
        <translation>用您的图片训练 GAN (Ctrl+1)</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Wander through what it learnt (Ctrl+2)</source>
        <translation>在学到的内容中漫游 (Ctrl+2)</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>转换</translation>
    </message>
    <message>
        <source>Turn one kind into another (Ctrl+3)</source>
        <translation>把一类图片变成另一类 (Ctrl+3)</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Larger, or in another style (Ctrl+4)</source>
        <translation>放大，或换成另一种风格 (Ctrl+4)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Every run so far (Ctrl+5)</source>
        <translation>迄今所有的运行 (Ctrl+5)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Keys and first steps (F1)</source>
        <translation>快捷键与入门 (F1)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Look, folders, closing (Ctrl+,)</source>
        <translation>外观、文件夹、关闭方式 (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>RecipeCard</name>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Take a few steps with these settings, and time them</source>
        <translation>用这些设置走几步并计时</translation>
    </message>
    <message>
        <source>What should it learn with?</source>
        <translation>用什么来学习？</translation>
    </message>
</context>
<context>
    <name>RecipeColumn</name>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Begin training (Ctrl+Return)</source>
        <translation>开始训练 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>Train it when the runs before it have ended; see Runs</source>
        <translation>在前面的运行结束后训练；见“运行”</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What the run is called; empty: by its pictures and recipe</source>
        <translation>运行的名称；留空则按图片和配方命名</translation>
    </message>
    <message>
        <source>Put right what is in the way of Start</source>
        <translation>解决阻碍开始的问题</translation>
    </message>
    <message>
        <source>A setting cannot be used as it is; the sentence beside it says why.</source>
        <translation>某个设置无法照此使用；旁边的说明给出了原因。</translation>
    </message>
    <message>
        <source>{0}; ends after {1}.</source>
        <translation>{0}；{1}后结束。</translation>
    </message>
    <message>
        <source>{0}; until you stop it.</source>
        <translation>{0}；直到您停止。</translation>
    </message>
    <message>
        <source>“⁨{0}⁩” is replaced.</source>
        <translation>“⁨{0}⁩”已替换。</translation>
    </message>
    <message>
        <source>“⁨{0}⁩” is saved.</source>
        <translation>“⁨{0}⁩”已保存。</translation>
    </message>
    <message>
        <source>“⁨{0}⁩” is called “⁨{1}⁩” now.</source>
        <translation>“⁨{0}⁩”现在叫“⁨{1}⁩”。</translation>
    </message>
    <message>
        <source>“⁨{0}⁩” is deleted.</source>
        <translation>“⁨{0}⁩”已删除。</translation>
    </message>
</context>
<context>
    <name>RunController</name>
    <message>
        <source>best, step {0}</source>
        <translation>最佳，第 {0} 步</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
</context>
<context>
    <name>RunListModel</name>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>step {0} · {1} kimg</source>
        <translation>第 {0} 步 · {1} kimg</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Begun from {0} at step {1}.</source>
        <translation>从 {0} 的第 {1} 步开始。</translation>
    </message>
    <message>
        <source>KID {0} · N {1}</source>
        <translation>KID {0} · N {1}</translation>
    </message>
</context>
<context>
    <name>RunState</name>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Saving and stopping</source>
        <translation>正在保存并停止</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Ended unexpectedly</source>
        <translation>意外结束</translation>
    </message>
    <message>
        <source>Training elsewhere</source>
        <translation>在别处训练</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>已不存在</translation>
    </message>
</context>
<context>
    <name>RunnerSwitch</name>
    <message>
        <source>All {0} GPUs</source>
        <translation>全部 {0} 块 GPU</translation>
    </message>
</context>
<context>
    <name>RunsGallery</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Look at this run (Return)</source>
        <translation>查看此运行 (回车)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on training where it stopped</source>
        <translation>从停止处继续训练</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Where it stopped, when the runs before it have ended</source>
        <translation>在前面的运行结束后，从停下的地方继续</translation>
    </message>
    <message>
        <source>Train anew</source>
        <translation>重新训练</translation>
    </message>
    <message>
        <source>A new run with the same settings, when the runs before it have ended</source>
        <translation>在前面的运行结束后，用相同设置开始新的运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Put two or more runs beside each other</source>
        <translation>并排比较两个或更多运行</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Walk between the pictures it can draw</source>
        <translation>在它能画出的图片之间漫游</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Give this run another name (F2)</source>
        <translation>给此运行改名 (F2)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Take pictures from this run</source>
        <translation>从此运行导出图片</translation>
    </message>
    <message>
        <source>Send as one file…</source>
        <translation>打包为一个文件发送…</translation>
    </message>
    <message>
        <source>For others to look at and explore</source>
        <translation>供他人查看和探索</translation>
    </message>
    <message>
        <source>Send to train on…</source>
        <translation>发送以便继续训练…</translation>
    </message>
    <message>
        <source>One file that others can also go on training from; it is larger</source>
        <translation>一个他人也能继续训练的文件；体积较大</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Mark the chosen runs, or take the mark away (Ctrl+D)</source>
        <translation>给选中的运行加星标，或取消 (Ctrl+D)</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Open its folder in the file manager</source>
        <translation>在文件管理器中打开其文件夹</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the chosen runs; a message offers to undo it (Delete)</source>
        <translation>删除选中的运行；会有消息提供撤销 (Delete)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Double-click opens; choose several with Ctrl or Shift</source>
        <translation>双击打开；用 Ctrl 或 Shift 选择多个</translation>
    </message>
    <message>
        <source>Shows the runs whose name, recipe or images contain this</source>
        <translation>显示名称、配方或图片中包含此内容的运行</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>Starred only: show no run without a star</source>
        <translation>仅星标：不显示没有星标的运行</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>The run that was last worked on first</source>
        <translation>最近处理过的运行在前</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>In the order of the alphabet</source>
        <translation>按字母顺序</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Runs with a star first</source>
        <translation>加星标的运行在前</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最佳</translation>
    </message>
    <message>
        <source>The lowest KID first; only runs of the same pictures compare</source>
        <translation>KID 最低的在前；只有使用相同图片的运行才可比较</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>带图片</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>以表格显示</translation>
    </message>
    <message>
        <source>More to do with the chosen runs</source>
        <translation>对选中的运行进行更多操作</translation>
    </message>
    <message>
        <source>The run&apos;s new name; Return renames, Escape leaves it as it is</source>
        <translation>运行的新名称；回车重命名，Escape 保持不变</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Give the run this name</source>
        <translation>把此名称给该运行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Leave the name as it is</source>
        <translation>保持名称不变</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>加入队列</translation>
    </message>
    <message>
        <source>No run has a star. A click into the corner of a card sets one.</source>
        <translation>没有带星标的运行。点击卡片一角即可加上。</translation>
    </message>
    <message>
        <source>No run matches “{0}”.</source>
        <translation>没有与“{0}”匹配的运行。</translation>
    </message>
    <message>
        <source>Looking for runs.</source>
        <translation>正在查找运行。</translation>
    </message>
    <message>
        <source>No runs yet. Each training becomes one; start on the Train page.</source>
        <translation>还没有运行。每次训练都会成为一个；请从“训练”页面开始。</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>取消星标</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Web page (*.html)</source>
        <translation>网页 (*.html)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>{0} written to {1}.</source>
        <translation>{0} 已写入 {1}。</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Wheel zooms, drag moves, double-click fits, click or arrow keys pick a picture</source>
        <translation>滚轮缩放，拖动移动，双击适应窗口，点击或方向键选择图片</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>The best moment so far: step {0}</source>
        <translation>迄今最佳时刻：第 {0} 步</translation>
    </message>
    <message>
        <source>Step {0}: {1}</source>
        <translation>第 {0} 步：{1}</translation>
    </message>
    <message>
        <source>{0} begins here, at step {1}</source>
        <translation>{0} 从这里开始，第 {1} 步</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Walk on from the picked picture, on the Explore page</source>
        <translation>在“探索”页面从选中的图片继续漫游</translation>
    </message>
    <message>
        <source>Explore this picture</source>
        <translation>探索此图片</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Farther (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>Show the whole grid (0)</source>
        <translation>显示整个网格 (0)</translation>
    </message>
    <message>
        <source>The samples of step {0} cannot be read: {1}</source>
        <translation>无法读取第 {0} 步的样本：{1}</translation>
    </message>
    <message>
        <source>{0}, seed {1}</source>
        <translation>{0}，种子 {1}</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>种子 {0}</translation>
    </message>
    <message>
        <source>This run has no samples.</source>
        <translation>此运行没有样本。</translation>
    </message>
    <message>
        <source>These it learns from. The first of its own come a few seconds after the start.</source>
        <translation>它向这些图片学习。开始几秒后会出现它自己的第一批图片。</translation>
    </message>
    <message>
        <source>The first samples appear here a few seconds after the start.</source>
        <translation>开始几秒后，第一批样本会显示在这里。</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>{0}: {1} of the way from bad to good</source>
        <translation>{0}：从差到好走了 {1}</translation>
    </message>
</context>
<context>
    <name>Scales</name>
    <message>
        <source>Distance from real pictures: 0 where nothing tells them apart. Good runs end far below the line for blurred pictures; at that line little is learned.</source>
        <translation>与真实图片的距离：0 表示无法分辨。好的运行最终远低于模糊图片的线；停在那条线上说明学得很少。</translation>
    </message>
    <message>
        <source>The same by another ruler, which misses less: lower is better, and it falls with KID.</source>
        <translation>换一把漏检更少的尺子：越低越好，并随 KID 下降。</translation>
    </message>
    <message>
        <source>Share of the real pictures that have a likeness: above 0.8 is good, below 0.3 kinds are missing.</source>
        <translation>有相似生成图的真实图片所占比例：高于 0.8 为好，低于 0.3 说明缺少某些种类。</translation>
    </message>
    <message>
        <source>Share of pictures that repeat one that was learned: as for pictures kept aside is good, much more is learning by heart.</source>
        <translation>重复所学图片的比例：与留出图片相当为好，高出很多则是死记硬背。</translation>
    </message>
    <message>
        <source>D(x) less D(G(z)): 0.2 to 0.6 is a game of equals; near 1 the discriminator has won, near 0 it guesses.</source>
        <translation>D(x) 减 D(G(z))：0.2 到 0.6 为势均力敌；接近 1 判别器已赢，接近 0 它在乱猜。</translation>
    </message>
    <message>
        <source>Thousands of pictures learnt from so far: shapes after some tens, good small pictures after some hundreds, as published after 5,000 to 25,000.</source>
        <translation>迄今学习的图片（千张）：几十时出现形状，几百时出现好的小图，5,000 到 25,000 时达到论文水平。</translation>
    </message>
    <message>
        <source>Learning rate: 0.0002 is usual, 0.002 for StyleGAN. Too high jumps or fails, too low stands still.</source>
        <translation>学习率：通常为 0.0002，StyleGAN 为 0.002。太高会跳动或失败，太低则停滞。</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Scores over time</source>
        <translation>评分随时间的变化</translation>
    </message>
    <message>
        <source>Click goes to that moment, double-click shows all</source>
        <translation>点击前往该时刻，双击显示全部</translation>
    </message>
    <message>
        <source>The first scores come some time into the training.</source>
        <translation>训练一段时间后才会有第一批评分。</translation>
    </message>
    <message>
        <source>This run was not scored.</source>
        <translation>此运行没有评分。</translation>
    </message>
    <message>
        <source>Draw this score</source>
        <translation>绘制此评分</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>{0} at the moment marked as the best (dashed)</source>
        <translation>标为最佳的时刻为 {0}（虚线）</translation>
    </message>
    <message>
        <source>lowest {0} (dashed)</source>
        <translation>最低 {0}（虚线）</translation>
    </message>
    <message>
        <source>highest {0} (dashed)</source>
        <translation>最高 {0}（虚线）</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>{0} now, {1}; {2}; N {3}, {4}</source>
        <translation>现在 {0}，{1}；{2}；N {3}，{4}</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
    <message>
        <source>Drag to see the samples of an earlier step; the end is live</source>
        <translation>拖动查看较早步骤的样本；末端为实时</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Follow the newest samples</source>
        <translation>跟随最新样本</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>Show the last samples</source>
        <translation>显示最后的样本</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>This desktop has nothing to open {0} with.</source>
        <translation>此桌面没有可打开 {0} 的程序。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>怎么办</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>保存到别处…</translation>
    </message>
    <message>
        <source>A folder to save the run in</source>
        <translation>保存此运行的文件夹</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>after {0} min of training</source>
        <translation>训练 {0} 分钟后</translation>
    </message>
    <message>
        <source>{0} ended: {1}</source>
        <translation>{0} 已结束：{1}</translation>
    </message>
    <message>
        <source>{0} was training when GAN Studio closed.</source>
        <translation>GAN Studio 关闭时 {0} 正在训练。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>{0} is written ({1} MB).</source>
        <translation>{0} 已写入（{1} MB）。</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>{0} is number {1} in the queue.</source>
        <translation>{0} 在队列中排第 {1}。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>开始队列</translation>
    </message>
    <message>
        <source>The queue goes on with {0}, {1} to follow.</source>
        <translation>队列继续训练 {0}，后面还有 {1} 个。</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>此运行后停止</translation>
    </message>
    <message>
        <source>{0} waits in the queue, {1} to follow.</source>
        <translation>{0} 在队列中等待，后面还有 {1} 个。</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Show or hide the settings that matter less often</source>
        <translation>显示或隐藏较少用到的设置</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Set every setting back to its default</source>
        <translation>把所有设置恢复为默认值</translation>
    </message>
    <message>
        <source>More settings ({0} changed)</source>
        <translation>更多设置（已更改 {0} 项）</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light or dark, as the rest of the desktop</source>
        <translation>明或暗，与桌面一致</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>始终浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>始终深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>That of the desktop, if it is one of these</source>
        <translation>与桌面相同（如在其中）</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Choose the folder that new runs are kept in</source>
        <translation>选择新运行保存的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder that prepared images are kept in</source>
        <translation>选择已准备图片保存的文件夹</translation>
    </message>
    <message>
        <source>Closing the window stops and saves a live run without a question</source>
        <translation>关闭窗口时不询问，直接停止并保存正在进行的运行</translation>
    </message>
    <message>
        <source>The next start offers to go on where it stopped</source>
        <translation>下次启动时会提示从停止处继续</translation>
    </message>
    <message>
        <source>Train in a process of its own</source>
        <translation>在独立进程中训练</translation>
    </message>
    <message>
        <source>A crash while training leaves the window standing; Explore cannot follow such a run live</source>
        <translation>训练崩溃时窗口不受影响；但“探索”无法实时跟随这样的运行</translation>
    </message>
    <message>
        <source>Spoken from the next start on.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Runs are kept in</source>
        <translation>运行保存在</translation>
    </message>
    <message>
        <source>Prepared images are kept in</source>
        <translation>已准备的图片保存在</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>运行的文件夹</translation>
    </message>
    <message>
        <source>Folder for prepared images</source>
        <translation>已准备图片的文件夹</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Now yours: drop a folder.</source>
        <translation>轮到您的了：拖入一个文件夹。</translation>
    </message>
    <message>
        <source>Drop a folder of pictures to begin.</source>
        <translation>拖入图片文件夹即可开始。</translation>
    </message>
    <message>
        <source>The pictures are being prepared.</source>
        <translation>正在准备图片。</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>图片文件夹</translation>
    </message>
    <message>
        <source>A folder with the same pictures, small</source>
        <translation>含有同样图片的小图文件夹</translation>
    </message>
    <message>
        <source>The sample set is being drawn.</source>
        <translation>正在绘制示例图片。</translation>
    </message>
    <message>
        <source>Drop a folder of images</source>
        <translation>拖入图片文件夹</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, GIF, TIFF and more; nested folders and archives too. Originals stay as they are.</source>
        <translation>JPEG、PNG、WebP、GIF、TIFF 等；也支持嵌套文件夹和压缩包。原文件保持不变。</translation>
    </message>
    <message>
        <source>Try the sample set</source>
        <translation>试用示例图片</translation>
    </message>
    <message>
        <source>Drawing the sample set</source>
        <translation>正在绘制示例图片</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 及另外 {1} 个</translation>
    </message>
    <message>
        <source>{0} images, {1} at up to {2} px</source>
        <translation>{0} 张图片，{1}，最大 {2} px</translation>
    </message>
    <message>
        <source>{0} images, {1} at {2} px</source>
        <translation>{0} 张图片，{1}，{2} px</translation>
    </message>
    <message>
        <source>, {0} classes</source>
        <translation>，{0} 类</translation>
    </message>
    <message>
        <source>, {0} a step instead of {1}</source>
        <translation>，每步 {0} 张而非 {1} 张</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Run to send</source>
        <translation>要发送的运行</translation>
    </message>
    <message>
        <source>Run that was sent</source>
        <translation>收到的运行</translation>
    </message>
</context>
<context>
    <name>Speeds</name>
    <message>
        <source>100k in {0}</source>
        <translation>10 万张需 {0}</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>重新测量</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>立即测量</translation>
    </message>
    <message>
        <source>It is being measured again.</source>
        <translation>正在重新测量。</translation>
    </message>
    <message>
        <source>How fast it is on this computer is being measured.</source>
        <translation>正在测量它在这台电脑上的速度。</translation>
    </message>
    <message>
        <source>It could not be measured just now.</source>
        <translation>刚才无法测量。</translation>
    </message>
    <message>
        <source>It is measured again when the computer is idle.</source>
        <translation>电脑空闲时会重新测量。</translation>
    </message>
    <message>
        <source>How fast it is on this computer is measured when the computer is idle.</source>
        <translation>电脑空闲时会测量它的速度。</translation>
    </message>
    <message>
        <source>Measured here on {0} at {1} px, batch {2}: {3} images a second, 100 thousand in {4}.</source>
        <translation>在此测得：{0}，{1} px，批量 {2}：每秒 {3} 张，10 万张需 {4}。</translation>
    </message>
    <message>
        <source>The computer was busy then.</source>
        <translation>当时电脑正忙。</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} 天</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Go to this run</source>
        <translation>前往此运行</translation>
    </message>
    <message>
        <source>Nothing is training</source>
        <translation>没有训练</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>{0}, fading in {1} %</source>
        <translation>{0}，已淡入 {1} %</translation>
    </message>
    <message>
        <source>{0} of {1} px</source>
        <translation>{0} / {1} px</translation>
    </message>
    <message>
        <source>{0} kimg</source>
        <translation>{0} kimg</translation>
    </message>
    <message>
        <source>{0} images/s</source>
        <translation>{0} 张/秒</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>还需约 {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>还需不到 1 分钟</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} 小时</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} 天</translation>
    </message>
    <message>
        <source>{0} / {1} GB</source>
        <translation>{0} / {1} GB</translation>
    </message>
    <message>
        <source>{0} GB</source>
        <translation>{0} GB</translation>
    </message>
    <message>
        <source>Last run: {0}</source>
        <translation>上次运行：{0}</translation>
    </message>
</context>
<context>
    <name>Stopwatch</name>
    <message>
        <source>about {0} s left</source>
        <translation>还需约 {0} 秒</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>还需约 {0} 分钟</translation>
    </message>
</context>
<context>
    <name>StyleChoice</name>
    <message>
        <source>How much of this style, beside the others</source>
        <translation>与其他风格相比，这种风格占多少</translation>
    </message>
    <message>
        <source>Style {0}</source>
        <translation>风格 {0}</translation>
    </message>
    <message>
        <source>How much of each</source>
        <translation>各占多少</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>How much style: 0 leaves the pictures nearly as they are</source>
        <translation>风格强度：0 时图片几乎保持原样</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>再加一个</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>Another style</source>
        <translation>另一种风格</translation>
    </message>
    <message>
        <source>A picture whose style it takes</source>
        <translation>取其风格的图片</translation>
    </message>
    <message>
        <source>In the style of</source>
        <translation>采用此风格</translation>
    </message>
    <message>
        <source>Strength, {0} %</source>
        <translation>强度，{0} %</translation>
    </message>
</context>
<context>
    <name>StyleForm</name>
    <message>
        <source>In the style of</source>
        <translation>采用风格</translation>
    </message>
    <message>
        <source>{0} draws in one pass.</source>
        <translation>{0} 一次即可画成。</translation>
    </message>
    <message>
        <source>How much of each</source>
        <translation>各占多少</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>不使用它</translation>
    </message>
    <message>
        <source>Draw step by step, in the style of pictures</source>
        <translation>按图片的风格逐步绘制</translation>
    </message>
    <message>
        <source>How much of this style, beside the others</source>
        <translation>此风格相对于其他风格的份量</translation>
    </message>
    <message>
        <source>Style {0}</source>
        <translation>风格 {0}</translation>
    </message>
    <message>
        <source>Paint on the picture where style {0} goes; the right button takes away</source>
        <translation>在图片上涂出风格 {0} 的位置；右键擦除</translation>
    </message>
    <message>
        <source>Paint no more; what is not painted belongs to the styles without a place of their own</source>
        <translation>不再涂抹；未涂的部分属于没有指定位置的风格</translation>
    </message>
    <message>
        <source>Paint where a style goes</source>
        <translation>涂出某个风格的位置</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Every style goes everywhere again</source>
        <translation>所有风格重新用于整张图</translation>
    </message>
    <message>
        <source>Keep the colours</source>
        <translation>保留颜色</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Strength, {0} %</source>
        <translation>强度，{0} %</translation>
    </message>
    <message>
        <source>Size of the brush, {0} times</source>
        <translation>笔刷大小，{0} 倍</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Draw the picture in this style (Ctrl+Return)</source>
        <translation>以此风格绘制图片 (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Stop and take it</source>
        <translation>停止并采用</translation>
    </message>
    <message>
        <source>End with the picture as it is now</source>
        <translation>以当前的图片结束</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>正在绘制</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Write the picture as a file</source>
        <translation>把图片写成文件</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Put the picture into the clipboard</source>
        <translation>把图片放入剪贴板</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>显示文件</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>A file with the weights, kept from then on</source>
        <translation>权重文件，从此保留</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>获取</translation>
    </message>
    <message>
        <source>Fetch the weights once from their publisher</source>
        <translation>从发布者处获取一次权重</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>图片大小</translation>
    </message>
</context>
<context>
    <name>StylePanel</name>
    <message>
        <source>Variety (psi)</source>
        <translation>多样性 (psi)</translation>
    </message>
    <message>
        <source>Truncation: below 1 more typical, less varied; 0 is the mean picture</source>
        <translation>截断：小于 1 更典型、变化更少；0 为平均图片</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What it draws</source>
        <translation>画什么</translation>
    </message>
    <message>
        <source>Second class</source>
        <translation>第二类别</translation>
    </message>
    <message>
        <source>What the first class is blended with</source>
        <translation>与第一类别混合的类别</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>0: the first class, 1: the second</source>
        <translation>0：第一类，1：第二类</translation>
    </message>
    <message>
        <source>blended with</source>
        <translation>混合于</translation>
    </message>
    <message>
        <source>Truncation cutoff</source>
        <translation>截断界限</translation>
    </message>
    <message>
        <source>Layers from this one on are not truncated; 0 truncates all</source>
        <translation>从该层起不截断；0 表示全部截断</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>One style for all layers</source>
        <translation>所有层使用同一风格</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Some layers take another picture&apos;s style</source>
        <translation>部分层采用另一张图片的风格</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>The noise that it learned with</source>
        <translation>学习时使用的噪声</translation>
    </message>
    <message>
        <source>No noise: smoother, a little painted</source>
        <translation>没有噪声：更平滑，略像绘画</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Other noise: fine detail changes, the subject does not</source>
        <translation>其他噪声：细节改变，主体不变</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>噪声的种子</translation>
    </message>
    <message>
        <source>The number that the noise is drawn from</source>
        <translation>产生噪声的数</translation>
    </message>
    <message>
        <source>Cutoff layer</source>
        <translation>界限层</translation>
    </message>
    <message>
        <source>Style mixing</source>
        <translation>风格混合</translation>
    </message>
    <message>
        <source>Other style</source>
        <translation>另一风格</translation>
    </message>
    <message>
        <source>The picture whose style is taken</source>
        <translation>提供风格的图片</translation>
    </message>
    <message>
        <source>Seed of the other style</source>
        <translation>另一风格的种子</translation>
    </message>
    <message>
        <source>Another random style</source>
        <translation>另一个随机风格</translation>
    </message>
    <message>
        <source>First layer</source>
        <translation>首层</translation>
    </message>
    <message>
        <source>0 is the coarsest: pose and shape</source>
        <translation>0 最粗：姿态与形状</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>末层</translation>
    </message>
    <message>
        <source>The last ones are colour and fine detail</source>
        <translation>最后几层是颜色和细节</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
</context>
<context>
    <name>StyleView</name>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>A folder has no style: drop single pictures here.</source>
        <translation>文件夹没有风格：请拖入单张图片。</translation>
    </message>
    <message>
        <source>Looking into {0}.</source>
        <translation>正在查看 {0}。</translation>
    </message>
    <message>
        <source>Style is seen with a small network, SqueezeNet 1.1, whose weights ({0} MB) are not on this computer yet. Choose a file with them, or have them fetched once.</source>
        <translation>风格由小型网络 SqueezeNet 1.1 识别，其权重（{0} MB）尚不在这台电脑上。请选择权重文件，或让程序获取一次。</translation>
    </message>
    <message>
        <source>Drop the picture that is to be drawn.</source>
        <translation>拖入要绘制的图片。</translation>
    </message>
    <message>
        <source>Drop a picture whose style it is to have.</source>
        <translation>拖入提供风格的图片。</translation>
    </message>
    <message>
        <source>Looking at the pictures.</source>
        <translation>正在查看图片。</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>图片已在剪贴板中。</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Drop the picture that is drawn anew</source>
        <translation>拖入要重新绘制的图片</translation>
    </message>
    <message>
        <source>Drop a picture whose style it takes</source>
        <translation>拖入要采用其风格的图片</translation>
    </message>
    <message>
        <source>The result appears here while it is drawn, and is dragged out from here.</source>
        <translation>结果在绘制过程中显示在这里，也可从这里拖出。</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Fetching the weights.</source>
        <translation>正在获取权重。</translation>
    </message>
    <message>
        <source>Another style</source>
        <translation>再加一种风格</translation>
    </message>
    <message>
        <source>Style, learned</source>
        <translation>学会的风格</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>再加一张</translation>
    </message>
    <message>
        <source>Style {0}</source>
        <translation>风格 {0}</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>图片 ({0})</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>该图片</translation>
    </message>
    <message>
        <source>Pictures to take the style of</source>
        <translation>提供风格的图片</translation>
    </message>
    <message>
        <source>A file with the weights of SqueezeNet 1.1</source>
        <translation>SqueezeNet 1.1 的权重文件</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt)</source>
        <translation>权重 (*.safetensors *.pth *.pt)</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>Stopped before there was a picture.</source>
        <translation>在出图之前已停止。</translation>
    </message>
    <message>
        <source>Drawn in one pass.</source>
        <translation>一次画成。</translation>
    </message>
    <message>
        <source>{0} % of the way to the style.</source>
        <translation>向该风格走了 {0} %。</translation>
    </message>
    <message>
        <source>Stopped at step {0} of {1}.</source>
        <translation>在第 {0} 步停止，共 {1} 步。</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>已保存为 {0}。</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>{0} in the style of {1}</source>
        <translation>{0} 采用 {1} 的风格</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
</context>
<context>
    <name>ThumbnailStrip</name>
    <message>
        <source>Prepared pictures</source>
        <translation>已准备的图片</translation>
    </message>
</context>
<context>
    <name>TimeMachine</name>
    <message>
        <source>Rows are latents, or pictures that go in; columns are moments. Click or arrow keys choose one, the wheel scrolls</source>
        <translation>行是潜向量或输入图片；列是时刻。点击或方向键选择，滚轮滚动</translation>
    </message>
    <message>
        <source>Pictures over time</source>
        <translation>图片随时间的变化</translation>
    </message>
    <message>
        <source>The first moments appear here some time after the start.</source>
        <translation>开始一段时间后，最初的时刻会显示在这里。</translation>
    </message>
    <message>
        <source>Nothing is kept of this run&apos;s moments.</source>
        <translation>此运行没有保存任何时刻。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Time axis</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Drawn anew by each kept state of the generator</source>
        <translation>由生成器的每个保存状态重新绘制</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>网格</translation>
    </message>
    <message>
        <source>Cut out of the grids of samples that were written on the way</source>
        <translation>从途中写入的样本网格中剪取</translation>
    </message>
    <message>
        <source>{0} rows; fewer are shown larger</source>
        <translation>{0} 行；行数越少显示越大</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>A → B</source>
        <translation>A → B</translation>
    </message>
    <message>
        <source>Pictures of side A, and what became of them</source>
        <translation>A 侧的图片及其转换结果</translation>
    </message>
    <message>
        <source>B → A</source>
        <translation>B → A</translation>
    </message>
    <message>
        <source>Pictures of side B, and what became of them</source>
        <translation>B 侧的图片及其转换结果</translation>
    </message>
    <message>
        <source>Start a new run from here…</source>
        <translation>从这里开始新的运行…</translation>
    </message>
    <message>
        <source>Another run begins with the networks of this moment; this one stays as it is</source>
        <translation>另一个运行从此刻的网络开始；当前运行保持不变</translation>
    </message>
    <message>
        <source>Time-lapse…</source>
        <translation>延时影片…</translation>
    </message>
    <message>
        <source>Make a film of these pictures over time</source>
        <translation>把这些图片随时间的变化制成影片</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Plays everywhere; at most 256 colours</source>
        <translation>到处可播放；最多 256 色</translation>
    </message>
    <message>
        <source>Exact; plays in browsers</source>
        <translation>无损；可在浏览器中播放</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>All latents as one sheet</source>
        <translation>所有潜向量合成一张</translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation>选中的行</translation>
    </message>
    <message>
        <source>The row that was clicked, alone and larger</source>
        <translation>点击的那一行，单独放大</translation>
    </message>
    <message>
        <source> s each</source>
        <translation> 秒/张</translation>
    </message>
    <message>
        <source>Seconds for each picture</source>
        <translation>每张图片的秒数</translation>
    </message>
    <message>
        <source>How long each picture stays</source>
        <translation>每张图片停留多久</translation>
    </message>
    <message>
        <source>Save film…</source>
        <translation>保存影片…</translation>
    </message>
    <message>
        <source>Choose a file, then write the film</source>
        <translation>选择文件，然后写入影片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>停止；不写入任何内容</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>在文件管理器中打开文件夹</translation>
    </message>
    <message>
        <source>Making the film</source>
        <translation>正在制作影片</translation>
    </message>
    <message>
        <source>Choose a moment</source>
        <translation>选择一个时刻</translation>
    </message>
    <message>
        <source>, the best</source>
        <translation>，最佳</translation>
    </message>
    <message>
        <source>{0} kimg, step {1}</source>
        <translation>{0} kimg，第 {1} 步</translation>
    </message>
</context>
<context>
    <name>TimeTravel</name>
    <message>
        <source>Film</source>
        <translation>影片</translation>
    </message>
    <message>
        <source>picture {0}</source>
        <translation>图片 {0}</translation>
    </message>
    <message>
        <source>latent {0}</source>
        <translation>潜向量 {0}</translation>
    </message>
    <message>
        <source>This run kept no snapshots of its generator; the grids of samples serve as its time axis.</source>
        <translation>此运行没有保存生成器快照；以样本网格作为时间轴。</translation>
    </message>
    <message>
        <source>Cut out of the grids of samples; a new run starts from the last checkpoint before.</source>
        <translation>从样本网格中剪取；新的运行从之前最近的检查点开始。</translation>
    </message>
    <message>
        <source>This run kept too few moments for a film.</source>
        <translation>此运行保存的时刻太少，无法制成影片。</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消；未写入任何内容。</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>保存影片</translation>
    </message>
    <message>
        <source>{0} written to {1}.</source>
        <translation>{0} 已写入 {1}。</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>{0} 已写入。</translation>
    </message>
</context>
<context>
    <name>TranslateForm</name>
    <message>
        <source>Translate pictures</source>
        <translation>转换图片</translation>
    </message>
    <message>
        <source>Back to what it learns</source>
        <translation>返回它的学习内容</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>{0}: {1} pictures</source>
        <translation>{0}：{1} 张图片</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>保存结果</translation>
    </message>
    <message>
        <source>Translate all</source>
        <translation>全部转换</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Pictures of side A become ones of side B</source>
        <translation>A 侧的图片变成 B 侧的样子</translation>
    </message>
    <message>
        <source>Pictures of side B become ones of side A</source>
        <translation>B 侧的图片变成 A 侧的样子</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Which saved state of the networks translates</source>
        <translation>由网络的哪个保存状态来转换</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>Drag a line across the picture</source>
        <translation>在图片上拖动一条线</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Before on the left, after on the right</source>
        <translation>左边之前，右边之后</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>闪烁</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>交替显示</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>比较方式</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here</source>
        <translation>把图片或文件夹拖到这里</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Choose pictures to translate</source>
        <translation>选择要转换的图片</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Take the picture or the files in the clipboard (Ctrl+V)</source>
        <translation>取剪贴板中的图片或文件 (Ctrl+V)</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Translate what the camera sees, as it sees it</source>
        <translation>实时转换摄像头看到的画面</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Choose the folder that the results go to</source>
        <translation>选择结果保存的文件夹</translation>
    </message>
    <message>
        <source>Otherwise nothing is done when a name is taken</source>
        <translation>否则名称已存在时不做任何操作</translation>
    </message>
    <message>
        <source>Replace files of the same names</source>
        <translation>替换同名文件</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>正在转换</translation>
    </message>
    <message>
        <source>Translate, and keep names and subfolders</source>
        <translation>转换，并保留名称和子文件夹</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop; what is written stays</source>
        <translation>停止；已写入的保留</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>显示结果</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>结果保存到</translation>
    </message>
</context>
<context>
    <name>TranslateLive</name>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>As given</source>
        <translation>原顺序</translation>
    </message>
    <message>
        <source>The fixed pictures in their order</source>
        <translation>固定图片按其顺序</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>最差在前</translation>
    </message>
    <message>
        <source>First what comes back most changed, on each side</source>
        <translation>每侧转回后变化最大的在前</translation>
    </message>
</context>
<context>
    <name>TranslateSetup</name>
    <message>
        <source>Drop a folder of pictures on side {0}.</source>
        <translation>把图片文件夹拖到 {0} 侧。</translation>
    </message>
    <message>
        <source>The pictures are being prepared.</source>
        <translation>正在准备图片。</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>交换两侧</translation>
    </message>
    <message>
        <source>{0} and {1} pictures at {2} px</source>
        <translation>{0} 和 {1} 张图片，{2} px</translation>
    </message>
</context>
<context>
    <name>TranslateSide</name>
    <message>
        <source>{0}   drop a folder</source>
        <translation>{0}   拖入文件夹</translation>
    </message>
    <message>
        <source>Pictures of one kind; they need no partners on the other side.</source>
        <translation>同一类的图片；不需要在另一侧有配对。</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>试用示例</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 及另外 {1} 个</translation>
    </message>
    <message>
        <source>{0}   drawing {1}</source>
        <translation>{0}   正在绘制 {1}</translation>
    </message>
    <message>
        <source>The pictures of side {0}</source>
        <translation>{0} 侧的图片</translation>
    </message>
</context>
<context>
    <name>TranslateUse</name>
    <message>
        <source>Translation</source>
        <translation>转换结果</translation>
    </message>
    <message>
        <source>Looking for pictures.</source>
        <translation>正在查找图片。</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>剪贴板中没有图片。</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here.</source>
        <translation>把图片或文件夹拖到这里。</translation>
    </message>
    <message>
        <source>All pictures that were dropped</source>
        <translation>所有拖入的图片</translation>
    </message>
    <message>
        <source>Click or arrow keys show one and its translation</source>
        <translation>点击或方向键显示一张图片及其转换结果</translation>
    </message>
    <message>
        <source>Pictures to translate</source>
        <translation>要转换的图片</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>结果保存的位置</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>拖入的内容</translation>
    </message>
    <message>
        <source>Translating the first picture.</source>
        <translation>正在转换第一张图片。</translation>
    </message>
    <message>
        <source>1 picture written.</source>
        <translation>已写入 1 张图片。</translation>
    </message>
    <message>
        <source>{0} pictures written.</source>
        <translation>已写入 {0} 张图片。</translation>
    </message>
    <message>
        <source>The rest was not begun.</source>
        <translation>其余尚未开始。</translation>
    </message>
    <message>
        <source>{0} could not be read:</source>
        <translation>有 {0} 个无法读取：</translation>
    </message>
</context>
<context>
    <name>UpdateSection</name>
    <message>
        <source>Changelog of the newest version</source>
        <translation>最新版本的更新日志</translation>
    </message>
    <message>
        <source>Where the newest version&apos;s CHANGELOG.md is: an address, fetched when you press the button, or a file</source>
        <translation>最新版本的 CHANGELOG.md 所在：一个网址（按下按钮时才访问）或一个文件</translation>
    </message>
    <message>
        <source>Address or file of a CHANGELOG.md</source>
        <translation>CHANGELOG.md 的网址或文件</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>立即查看</translation>
    </message>
    <message>
        <source>Looks once whether there is a newer version</source>
        <translation>查看一次是否有新版本</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新内容</translation>
    </message>
    <message>
        <source>What the changelog says of the version that is installed</source>
        <translation>更新日志中关于已安装版本的内容</translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation>已安装 {0}。</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Type where the changelog is first: the address or the file of a CHANGELOG.md.</source>
        <translation>请先填写更新日志的位置：CHANGELOG.md 的网址或文件。</translation>
    </message>
    <message>
        <source>Looking...</source>
        <translation>正在查看...</translation>
    </message>
    <message>
        <source>{0} is the newest version.</source>
        <translation>{0} 已是最新版本。</translation>
    </message>
    <message>
        <source>{0} is there. What is new:</source>
        <translation>已有 {0}。新内容：</translation>
    </message>
    <message>
        <source>The changelog did not come with this program.</source>
        <translation>此程序未附带更新日志。</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Nothing to judge yet</source>
        <translation>还没有可判断的内容</translation>
    </message>
    <message>
        <source>The first numbers come after some seconds.</source>
        <translation>几秒后会有第一批数值。</translation>
    </message>
    <message>
        <source>The first come some time into the training.</source>
        <translation>训练一段时间后才会出现。</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>评分</translation>
    </message>
    <message>
        <source>None were measured.</source>
        <translation>没有测量过。</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>; N {0}, {1}</source>
        <translation>；N {0}，{1}</translation>
    </message>
    <message>
        <source>; so few images bias it</source>
        <translation>；图片这么少会使其有偏差</translation>
    </message>
    <message>
        <source>{0} at the moment marked as the best, {1} kimg</source>
        <translation>标为最佳的时刻为 {0}，{1} kimg</translation>
    </message>
    <message>
        <source>lowest {0} at {1} kimg</source>
        <translation>最低 {0}，在 {1} kimg</translation>
    </message>
    <message>
        <source>highest {0} at {1} kimg</source>
        <translation>最高 {0}，在 {1} kimg</translation>
    </message>
    <message>
        <source>Scores: N {0} images on each side, features {1}</source>
        <translation>评分：每侧 N {0} 张图片，特征 {1}</translation>
    </message>
    <message>
        <source>of the variety of as many training images; near 0: all the same</source>
        <translation>占同样数量训练图片的变化；接近 0：全都一样</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>of the samples lie close to one training image alone</source>
        <translation>的样本与单张训练图片非常接近</translation>
    </message>
    <message>
        <source>{0}; of new real images {1} do</source>
        <translation>{0}；新的真实图片中为 {1}</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>复制品</translation>
    </message>
    <message>
        <source>D(x) {0} of training images less D(G(z)) {1} of generated ones</source>
        <translation>训练图片的 D(x) {0} 减生成图片的 D(G(z)) {1}</translation>
    </message>
    <message>
        <source>; real images it has not seen get {0}</source>
        <translation>；它未见过的真实图片得 {0}</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>thousand pictures learned from</source>
        <translation>已学习的图片（千张）</translation>
    </message>
    <message>
        <source>learning rate of the generator; {0} of the discriminator</source>
        <translation>生成器的学习率；判别器为 {0}</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>第 {0} 步</translation>
    </message>
    <message>
        <source>{0}, past</source>
        <translation>{0}，已过去</translation>
    </message>
    <message>
        <source> (now {0})</source>
        <translation> （现在 {0}）</translation>
    </message>
    <message>
        <source>Go on with {0}</source>
        <translation>以{0}继续</translation>
    </message>
    <message>
        <source>Starts a new run from this run&apos;s checkpoint with these settings; this run is saved and stopped, and stays.</source>
        <translation>用这些设置从此运行的检查点开始新的运行；当前运行会保存、停止并保留。</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>WalkPanel</name>
    <message>
        <source>Place on the way</source>
        <translation>路径上的位置</translation>
    </message>
    <message>
        <source>From the first pin to the last</source>
        <translation>从第一个图钉到最后一个</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>球面</translation>
    </message>
    <message>
        <source>Spherical: a great circle in z, where typical latents lie</source>
        <translation>球面：z 中的大圆，典型潜向量所在之处</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Linear in z: nearer to the middle halfway, blander pictures</source>
        <translation>在 z 中线性：中途更靠近中心，图片较平淡</translation>
    </message>
    <message>
        <source>Line in w</source>
        <translation>w 中直线</translation>
    </message>
    <message>
        <source>Linear in the intermediate space behind the mapping network</source>
        <translation>在映射网络之后的中间空间中线性</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>循环</translation>
    </message>
    <message>
        <source>The way leads from the last pin back to the first</source>
        <translation>路径从最后一个图钉回到第一个</translation>
    </message>
    <message>
        <source>Walk by itself, and stop</source>
        <translation>自动漫游，再按停止</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Pins per second: {0}</source>
        <translation>每秒图钉数：{0}</translation>
    </message>
    <message>
        <source>pins/s</source>
        <translation>图钉/秒</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>All pictures of the folder</source>
        <translation>文件夹中的所有图片</translation>
    </message>
    <message>
        <source>Delete leaves the chosen pictures out, and brings them back. The frame of a chosen picture can be dragged; Alt and the arrow keys move it.</source>
        <translation>Delete 键排除选中的图片，或恢复它们。选中图片的裁剪框可以拖动，也可以用 Alt 加方向键移动。</translation>
    </message>
</context>
<context>
    <name>Written</name>
    <message>
        <source>{0} of {1} pictures written; then it was cancelled.</source>
        <translation>已写入 {0} / {1} 张图片；随后被取消。</translation>
    </message>
    <message>
        <source>1 picture written.</source>
        <translation>已写入 1 张图片。</translation>
    </message>
    <message>
        <source>{0} pictures written.</source>
        <translation>已写入 {0} 张图片。</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{0}. Type another name for what it changes.</source>
        <translation>{0}。可输入它所改变内容的另一名称。</translation>
    </message>
    <message>
        <source>Name of {0}</source>
        <translation>{0} 的名称</translation>
    </message>
    <message>
        <source>How far along this direction; double-click the number for 0</source>
        <translation>沿此方向走多远；双击数字归 0</translation>
    </message>
    <message>
        <source>{0}: back to 0, which is the original</source>
        <translation>{0}：归 0，即原图</translation>
    </message>
    <message>
        <source>Take {0} off the list</source>
        <translation>从列表中移除 {0}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0}，{1}</translation>
    </message>
    <message>
        <source>{0}; a click goes there</source>
        <translation>{0}；点击前往</translation>
    </message>
</context>
<context>
    <name>_Strip</name>
    <message>
        <source>Drop pictures here to translate them</source>
        <translation>把图片拖到这里进行转换</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Translate pictures with what it has learned so far</source>
        <translation>用目前学到的内容转换图片</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here to translate them</source>
        <translation>把图片或文件夹拖到这里进行转换</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Space leaves a folder out, F2 renames a class</source>
        <translation>空格排除文件夹，F2 重命名类别</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>GAN Studio ended unexpectedly the last time. Runs are saved as far as they were.</source>
        <translation>GAN Studio 上次意外结束。运行已保存到当时的进度。</translation>
    </message>
</context>
</TS>
