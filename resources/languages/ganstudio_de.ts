<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>{0} of {1} px</source>
        <translation>{0} von {1} px</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>{0}, fading in {1} %</source>
        <translation>{0}, {1} % eingeblendet</translation>
    </message>
    <message>
        <source>{0}, fully grown</source>
        <translation>{0}, ausgewachsen</translation>
    </message>
</context>
<context>
    <name>About</name>
    <message>
        <source>About GAN Studio</source>
        <translation>Über GAN Studio</translation>
    </message>
    <message>
        <source>Trains generative adversarial networks on your own pictures, live.</source>
        <translation>Trainiert generative adversarielle Netze mit Ihren eigenen Bildern, live.</translation>
    </message>
    <message>
        <source>PyTorch is being loaded</source>
        <translation>PyTorch wird geladen</translation>
    </message>
    <message>
        <source>Trains on: {0}</source>
        <translation>Trainiert auf: {0}</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Return</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Press the control that has the focus; Space does so while nothing trains</source>
        <translation>Das Bedienelement mit dem Fokus drücken; die Leertaste tut es, solange nichts trainiert</translation>
    </message>
    <message>
        <source>&amp;Open folder...</source>
        <translation>&amp;Ordner öffnen...</translation>
    </message>
    <message>
        <source>Open a folder of pictures, or a run</source>
        <translation>Einen Ordner mit Bildern oder einen Lauf öffnen</translation>
    </message>
    <message>
        <source>Open re&amp;cent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Use the &amp;sample set</source>
        <translation>&amp;Beispielbilder verwenden</translation>
    </message>
    <message>
        <source>Take the built-in pictures</source>
        <translation>Die mitgelieferten Bilder nehmen</translation>
    </message>
    <message>
        <source>&amp;New run</source>
        <translation>&amp;Neuer Lauf</translation>
    </message>
    <message>
        <source>Choose pictures and a recipe</source>
        <translation>Bilder und ein Rezept wählen</translation>
    </message>
    <message>
        <source>&amp;Export...</source>
        <translation>&amp;Exportieren...</translation>
    </message>
    <message>
        <source>Take pictures away</source>
        <translation>Bilder mitnehmen</translation>
    </message>
    <message>
        <source>Export the net&amp;work...</source>
        <translation>Ne&amp;tz exportieren...</translation>
    </message>
    <message>
        <source>For other programs: .safetensors, .pt2 or .onnx</source>
        <translation>Für andere Programme: .safetensors, .pt2 oder .onnx</translation>
    </message>
    <message>
        <source>Save f&amp;ilm...</source>
        <translation>F&amp;ilm speichern...</translation>
    </message>
    <message>
        <source>How the pictures of the run came about, as a film</source>
        <translation>Wie die Bilder des Laufs entstanden sind, als Film</translation>
    </message>
    <message>
        <source>Show the run&apos;s &amp;folder</source>
        <translation>Or&amp;dner des Laufs zeigen</translation>
    </message>
    <message>
        <source>Open the folder of the run on show</source>
        <translation>Den Ordner des gezeigten Laufs öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close GAN Studio</source>
        <translation>GAN Studio schließen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change</source>
        <translation>Die letzte Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Das Zurückgenommene noch einmal tun</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the picture or the text that was chosen</source>
        <translation>Das gewählte Bild oder den gewählten Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>Begin training</source>
        <translation>Das Training beginnen</translation>
    </message>
    <message>
        <source>&amp;Pause or go on</source>
        <translation>&amp;Pause oder weiter</translation>
    </message>
    <message>
        <source>Pause training, and go on</source>
        <translation>Das Training anhalten und fortsetzen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>Save and end the run</source>
        <translation>Den Lauf speichern und beenden</translation>
    </message>
    <message>
        <source>Save &amp;now</source>
        <translation>&amp;Jetzt speichern</translation>
    </message>
    <message>
        <source>Write a checkpoint now</source>
        <translation>Jetzt einen Checkpoint schreiben</translation>
    </message>
    <message>
        <source>S&amp;ample now</source>
        <translation>Jetzt &amp;Proben ziehen</translation>
    </message>
    <message>
        <source>Draw a grid of samples now</source>
        <translation>Jetzt ein Raster von Proben zeichnen</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Training</translation>
    </message>
    <message>
        <source>The page Train</source>
        <translation>Die Seite Training</translation>
    </message>
    <message>
        <source>&amp;Explore</source>
        <translation>&amp;Erkunden</translation>
    </message>
    <message>
        <source>The page Explore</source>
        <translation>Die Seite Erkunden</translation>
    </message>
    <message>
        <source>T&amp;ranslate</source>
        <translation>&amp;Übersetzen</translation>
    </message>
    <message>
        <source>The page Translate</source>
        <translation>Die Seite Übersetzen</translation>
    </message>
    <message>
        <source>E&amp;nhance</source>
        <translation>&amp;Verbessern</translation>
    </message>
    <message>
        <source>The page Enhance</source>
        <translation>Die Seite Verbessern</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>The page Runs</source>
        <translation>Die Seite Läufe</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>E&amp;instellungen</translation>
    </message>
    <message>
        <source>Colours, folders, closing</source>
        <translation>Farben, Ordner, Schließen</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>V&amp;ollbild</translation>
    </message>
    <message>
        <source>Full screen, and back</source>
        <translation>Vollbild und zurück</translation>
    </message>
    <message>
        <source>&amp;Keys and first steps</source>
        <translation>&amp;Tasten und erste Schritte</translation>
    </message>
    <message>
        <source>Keys and first steps</source>
        <translation>Tasten und erste Schritte</translation>
    </message>
    <message>
        <source>&amp;About GAN Studio</source>
        <translation>&amp;Über GAN Studio</translation>
    </message>
    <message>
        <source>Version and device</source>
        <translation>Version und Gerät</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>No run was opened yet</source>
        <translation>Noch wurde kein Lauf geöffnet</translation>
    </message>
</context>
<context>
    <name>AutoCard</name>
    <message>
        <source>Choose myself…</source>
        <translation>Selbst wählen…</translation>
    </message>
    <message>
        <source>Every kind of GAN, and all of its settings</source>
        <translation>Jede Art von GAN und alle ihre Einstellungen</translation>
    </message>
</context>
<context>
    <name>AutoColumn</name>
    <message>
        <source>Leave it to Auto</source>
        <translation>Auto überlassen</translation>
    </message>
    <message>
        <source>Show one sentence instead</source>
        <translation>Stattdessen nur einen Satz zeigen</translation>
    </message>
    <message>
        <source>Drop pictures on the left, and this says what it would choose for them.</source>
        <translation>Ziehen Sie links Bilder hinein, dann steht hier, was dafür gewählt würde.</translation>
    </message>
    <message>
        <source>It looks at how many there are, how large they are, and what this computer can do.</source>
        <translation>Es achtet auf ihre Zahl, ihre Größe und darauf, was dieser Computer kann.</translation>
    </message>
    <message>
        <source>Auto picks what suits your pictures</source>
        <translation>Auto wählt, was zu Ihren Bildern passt</translation>
    </message>
    <message>
        <source>pictures of up to {0} px</source>
        <translation>Bilder bis {0} px</translation>
    </message>
    <message>
        <source>{0} px pictures</source>
        <translation>Bilder mit {0} px</translation>
    </message>
    <message>
        <source>{0} in {1} classes</source>
        <translation>{0} in {1} Klassen</translation>
    </message>
    <message>
        <source>Will learn {0} in about {1} hours</source>
        <translation>Lernt {0} in etwa {1} Stunden</translation>
    </message>
    <message>
        <source>Will learn {0} in about {1} minutes</source>
        <translation>Lernt {0} in etwa {1} Minuten</translation>
    </message>
    <message>
        <source>Will learn {0}, for {1}</source>
        <translation>Lernt {0}, {1} lang</translation>
    </message>
    <message>
        <source>Will learn {0} until you stop it</source>
        <translation>Lernt {0}, bis Sie es stoppen</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Drag the divider, or move it with the arrow keys: before on the left, after on the right</source>
        <translation>Den Teiler ziehen oder mit den Pfeiltasten bewegen: links vorher, rechts nachher</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
</context>
<context>
    <name>BeforeStart</name>
    <message>
        <source>{0} is training. Stop it before the next run starts, or add this one to the queue.</source>
        <translation>{0} trainiert gerade. Stoppen Sie es, bevor der nächste Lauf beginnt, oder stellen Sie diesen in die Warteschlange.</translation>
    </message>
</context>
<context>
    <name>Below</name>
    <message>
        <source>{0} lacks the name of a folder.</source>
        <translation>{0} fehlt der Name eines Ordners.</translation>
    </message>
    <message>
        <source>the folder {0} is named twice.</source>
        <translation>der Ordner {0} ist zweimal genannt.</translation>
    </message>
    <message>
        <source>There is no device called {0}. There are auto, cpu, cuda, cuda:all, mps.</source>
        <translation>Ein Gerät {0} gibt es nicht. Es gibt auto, cpu, cuda, cuda:all, mps.</translation>
    </message>
    <message>
        <source>All GPUs at once are for training; choose one, such as cuda:0, for this.</source>
        <translation>Alle GPUs auf einmal sind für das Training; wählen Sie hierfür eine, etwa cuda:0.</translation>
    </message>
    <message>
        <source>There is no CUDA device here. Choose --device cpu or auto.</source>
        <translation>Hier ist kein CUDA-Gerät. Wählen Sie --device cpu oder auto.</translation>
    </message>
    <message>
        <source>There is no {0} here, only {1} CUDA device(s).</source>
        <translation>Hier ist kein {0}, nur {1} CUDA-Gerät(e).</translation>
    </message>
    <message>
        <source>There is no Apple GPU (MPS) here. Choose --device cpu or auto.</source>
        <translation>Hier ist keine Apple-GPU (MPS). Wählen Sie --device cpu oder auto.</translation>
    </message>
    <message>
        <source>Name another folder for prepared images by `ganstudio --cache FOLDER ...`, or in the settings.</source>
        <translation>Nennen Sie einen anderen Ordner für vorbereitete Bilder mit `ganstudio --cache FOLDER ...` oder in den Einstellungen.</translation>
    </message>
    <message>
        <source>it names none</source>
        <translation>es nennt keine</translation>
    </message>
    <message>
        <source>not an event ({0}): {1}</source>
        <translation>kein Ereignis ({0}): {1}</translation>
    </message>
    <message>
        <source>{0} could not be written while {1}: {2}.</source>
        <translation>{0} konnte nicht geschrieben werden ({1}): {2}.</translation>
    </message>
    <message>
        <source>The disk is full{0} while {1}{2}. Free some space.</source>
        <translation>Der Datenträger ist voll{0} ({1}){2}. Machen Sie Platz.</translation>
    </message>
    <message>
        <source>{0} may not be written to while {1}. Choose another folder or change its permissions.</source>
        <translation>{0} darf nicht beschrieben werden ({1}). Wählen Sie einen anderen Ordner oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>{0} is gone, or its disk is, while {1}. Bring it back, or choose another.</source>
        <translation>{0} ist weg, oder der Datenträger ist es ({1}). Bringen Sie ihn zurück oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>This generator takes latents of {0} numbers, not {1}.</source>
        <translation>Dieser Generator nimmt latente Vektoren aus {0} Zahlen, nicht aus {1}.</translation>
    </message>
    <message>
        <source>This generator knows {0} classes; a label is outside.</source>
        <translation>Dieser Generator kennt {0} Klassen; eine Klasse liegt außerhalb.</translation>
    </message>
    <message>
        <source>{0} ({1}, compute capability {2}.{3}, driver {4})</source>
        <translation>{0} ({1}, Compute Capability {2}.{3}, Treiber {4})</translation>
    </message>
    <message>
        <source>driver {0} or newer takes the current ones</source>
        <translation>Treiber {0} oder neuer nimmt die aktuellen</translation>
    </message>
    <message>
        <source>newer ones do not know this card</source>
        <translation>neuere kennen diese Karte nicht</translation>
    </message>
    <message>
        <source>only builds up to PyTorch 2.14 fit: {0}</source>
        <translation>nur Versionen bis PyTorch 2.14 passen: {0}</translation>
    </message>
    <message>
        <source>its driver is too old for every current PyTorch: install {0} or newer</source>
        <translation>ihr Treiber ist zu alt für jedes aktuelle PyTorch: installieren Sie {0} oder neuer</translation>
    </message>
    <message>
        <source>no current PyTorch can use a card this old</source>
        <translation>kein aktuelles PyTorch kann eine so alte Karte benutzen</translation>
    </message>
    <message>
        <source>process {0} on {1} beat {2}</source>
        <translation>Prozess {0} auf {1}, Lebenszeichen {2}</translation>
    </message>
    <message>
        <source>a training run: the pictures in it are its own</source>
        <translation>ein Trainingslauf: die Bilder darin sind seine eigenen</translation>
    </message>
    <message>
        <source>unreadable: locked with a password</source>
        <translation>nicht lesbar: mit Passwort verschlossen</translation>
    </message>
    <message>
        <source>not an image: a link</source>
        <translation>kein Bild: ein Link</translation>
    </message>
    <message>
        <source>too large: unpacks to {0} times its size</source>
        <translation>zu groß: entpackt {0}-mal so groß</translation>
    </message>
    <message>
        <source>not an image: a pipe, a socket or a device</source>
        <translation>kein Bild: eine Pipe, ein Socket oder ein Gerät</translation>
    </message>
    <message>
        <source>too large: unpacks to {0} MB{1}</source>
        <translation>zu groß: entpackt {0} MB{1}</translation>
    </message>
    <message>
        <source>not an image: an archive inside an archive</source>
        <translation>kein Bild: ein Archiv in einem Archiv</translation>
    </message>
    <message>
        <source>: unpack the archive first, beside it there is no limit</source>
        <translation>: entpacken Sie das Archiv zuerst, daneben gibt es keine Grenze</translation>
    </message>
    <message>
        <source>unpacks to over {0} GB</source>
        <translation>entpackt sich auf über {0} GB</translation>
    </message>
    <message>
        <source>unreadable: its permissions forbid opening it</source>
        <translation>nicht lesbar: seine Rechte verbieten das Öffnen</translation>
    </message>
    <message>
        <source>unreadable: a damaged archive ({0})</source>
        <translation>nicht lesbar: ein beschädigtes Archiv ({0})</translation>
    </message>
    <message>
        <source>The prepared images in {0} were cut short. Start again to prepare them anew.</source>
        <translation>Die vorbereiteten Bilder in {0} sind unvollständig. Starten Sie noch einmal, um sie neu vorzubereiten.</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>von Hand weggelassen</translation>
    </message>
    <message>
        <source>{0}: the folder {1}</source>
        <translation>{0}: der Ordner {1}</translation>
    </message>
    <message>
        <source>{0} holds no usable images: all {1} files were left out (the first: {2}). Choose a folder with JPEG, PNG or other pictures in it.</source>
        <translation>{0} enthält keine brauchbaren Bilder: alle {1} Dateien wurden weggelassen (die erste: {2}). Wählen Sie einen Ordner mit JPEG-, PNG- oder anderen Bildern.</translation>
    </message>
    <message>
        <source>{0} duplicate of {1}</source>
        <translation>{0} Kopie von {1}</translation>
    </message>
    <message>
        <source>{0} holds no images. Choose a folder with JPEG, PNG or other pictures in it.</source>
        <translation>{0} enthält keine Bilder. Wählen Sie einen Ordner mit JPEG-, PNG- oder anderen Bildern.</translation>
    </message>
    <message>
        <source>{0} holds no usable images ({1}). Choose a folder with JPEG, PNG or other pictures in it.</source>
        <translation>{0} enthält keine brauchbaren Bilder ({1}). Wählen Sie einen Ordner mit JPEG-, PNG- oder anderen Bildern.</translation>
    </message>
    <message>
        <source>lies in no class folder</source>
        <translation>liegt in keinem Klassenordner</translation>
    </message>
    <message>
        <source>with more bands than colours: the first three are red, green and blue, or the first is grey.</source>
        <translation>mit mehr Bändern als Farben: die ersten drei sind Rot, Grün und Blau, oder das erste ist Grau.</translation>
    </message>
    <message>
        <source>with more pictures than the first, which alone is used.</source>
        <translation>mit mehr Bildern als dem ersten, das allein verwendet wird.</translation>
    </message>
    <message>
        <source>without transparency: they are learned as if it were theirs to be opaque; rgb is faster if all are.</source>
        <translation>ohne Transparenz: sie werden gelernt, als sollten sie deckend sein; rgb ist schneller, wenn alle es sind.</translation>
    </message>
    <message>
        <source>of EMNIST stood upright: they are stored on their side.</source>
        <translation>von EMNIST aufgerichtet: sie sind auf der Seite liegend gespeichert.</translation>
    </message>
    <message>
        <source>{0} turned from other colours ({1}) into sRGB.</source>
        <translation>{0} aus anderen Farbräumen ({1}) in sRGB umgerechnet.</translation>
    </message>
    <message>
        <source>{0} of more than 8 bits: {1} is black, {2} is white.</source>
        <translation>{0} mit mehr als 8 Bit: {1} ist schwarz, {2} ist weiß.</translation>
    </message>
    <message>
        <source>The class {0} has only 1 image: all that can be learnt of it is to draw it again.</source>
        <translation>Die Klasse {0} hat nur 1 Bild: lernen lässt sich davon nur, es noch einmal zu zeichnen.</translation>
    </message>
    <message>
        <source>Only 1 image: all that can be learnt from it is to draw it again.</source>
        <translation>Nur 1 Bild: lernen lässt sich davon nur, es noch einmal zu zeichnen.</translation>
    </message>
    <message>
        <source>All pictures are grey: learn in grey to be faster.</source>
        <translation>Alle Bilder sind grau: in Grau zu lernen ist schneller.</translation>
    </message>
    <message>
        <source>Most pictures are smaller than {0} px and are enlarged: a lower resolution is honest.</source>
        <translation>Die meisten Bilder sind kleiner als {0} px und werden vergrößert: eine kleinere Auflösung ist ehrlicher.</translation>
    </message>
    <message>
        <source>{0} are read as one set: they are parts of one data set, not classes.</source>
        <translation>{0} werden als ein Satz gelesen: es sind Teile eines Datensatzes, keine Klassen.</translation>
    </message>
    <message>
        <source>There are no subfolders, so there are no classes: put each class into a folder of its own.</source>
        <translation>Es gibt keine Unterordner, also keine Klassen: legen Sie jede Klasse in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>There is only one class, {0}: labels change nothing.</source>
        <translation>Es gibt nur eine Klasse, {0}: Klassen ändern nichts.</translation>
    </message>
    <message>
        <source>{0} have only 1 image each: all that can be learnt of them is to draw it again.</source>
        <translation>{0} haben nur je 1 Bild: lernen lässt sich davon nur, es noch einmal zu zeichnen.</translation>
    </message>
    <message>
        <source>Only {0} images: expect copies of them. A few hundred give the generator room to invent.</source>
        <translation>Nur {0} Bilder: rechnen Sie mit Kopien davon. Einige hundert lassen dem Generator Raum zum Erfinden.</translation>
    </message>
    <message>
        <source>truncated: the file ends before its pictures do</source>
        <translation>abgeschnitten: die Datei endet vor ihren Bildern</translation>
    </message>
    <message>
        <source>shorter than it announces</source>
        <translation>kürzer, als es ankündigt</translation>
    </message>
    <message>
        <source>a profile without a name</source>
        <translation>ein Profil ohne Namen</translation>
    </message>
    <message>
        <source>unreadable: a damaged array</source>
        <translation>nicht lesbar: ein beschädigtes Array</translation>
    </message>
    <message>
        <source>{0} MB to read</source>
        <translation>{0} MB zu lesen</translation>
    </message>
    <message>
        <source>too large: {0} x {1} px, at most {2} million pixels can be read</source>
        <translation>zu groß: {0} x {1} px, höchstens {2} Millionen Pixel sind lesbar</translation>
    </message>
    <message>
        <source>unreadable: the file is damaged</source>
        <translation>nicht lesbar: die Datei ist beschädigt</translation>
    </message>
    <message>
        <source>not an image: its bytes are of no known kind</source>
        <translation>kein Bild: seine Bytes sind von keiner bekannten Art</translation>
    </message>
    <message>
        <source> ({0} x {1} bits, packed as {2}, colours as {3})</source>
        <translation> ({0} x {1} Bit, gepackt als {2}, Farben als {3})</translation>
    </message>
    <message>
        <source>too large: more than {0} million pixels</source>
        <translation>zu groß: mehr als {0} Millionen Pixel</translation>
    </message>
    <message>
        <source>truncated: the file ends before the picture does</source>
        <translation>abgeschnitten: die Datei endet vor dem Bild</translation>
    </message>
    <message>
        <source>truncated: the file is empty</source>
        <translation>abgeschnitten: die Datei ist leer</translation>
    </message>
    <message>
        <source>not an image: {0}</source>
        <translation>kein Bild: {0}</translation>
    </message>
    <message>
        <source>unreadable: a TIFF of a kind that is not read here{0}; save it as PNG</source>
        <translation>nicht lesbar: ein TIFF einer Art, die hier nicht gelesen wird{0}; speichern Sie es als PNG</translation>
    </message>
    <message>
        <source>too large: {0} frames of {1} x {2} px</source>
        <translation>zu groß: {0} Bilder von {1} x {2} px</translation>
    </message>
    <message>
        <source>too small: {0} x {1} px, the smallest side that is used is {2} px</source>
        <translation>zu klein: {0} x {1} px, die kleinste verwendete Seite ist {2} px</translation>
    </message>
    <message>
        <source>too large: it takes over {0}</source>
        <translation>zu groß: es braucht über {0}</translation>
    </message>
    <message>
        <source>not enough image data</source>
        <translation>nicht genug Bilddaten</translation>
    </message>
    <message>
        <source>unreadable: it vanished</source>
        <translation>nicht lesbar: es verschwand</translation>
    </message>
    <message>
        <source>unreadable: no picture</source>
        <translation>nicht lesbar: kein Bild</translation>
    </message>
    <message>
        <source>not here: the place of a picture that a cloud folder did not download; open it once, or keep it offline</source>
        <translation>nicht hier: der Platzhalter eines Bildes, das ein Cloud-Ordner nicht heruntergeladen hat; öffnen Sie es einmal, oder behalten Sie es offline</translation>
    </message>
    <message>
        <source>not an image: only zeros, as cloud folders and broken copies leave behind</source>
        <translation>kein Bild: nur Nullen, wie Cloud-Ordner und kaputte Kopien sie hinterlassen</translation>
    </message>
    <message>
        <source>a JPEG XL picture: save it as PNG or JPEG</source>
        <translation>ein JPEG-XL-Bild: speichern Sie es als PNG oder JPEG</translation>
    </message>
    <message>
        <source>a PostScript drawing</source>
        <translation>eine PostScript-Zeichnung</translation>
    </message>
    <message>
        <source>a Git LFS pointer, the picture itself was not downloaded</source>
        <translation>ein Git-LFS-Verweis, das Bild selbst wurde nicht heruntergeladen</translation>
    </message>
    <message>
        <source>an XML text or SVG drawing</source>
        <translation>ein XML-Text oder eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>an archive or office document</source>
        <translation>ein Archiv oder Office-Dokument</translation>
    </message>
    <message>
        <source>a file packed with gzip, which holds no pictures that can be read</source>
        <translation>eine mit gzip gepackte Datei, die keine lesbaren Bilder enthält</translation>
    </message>
    <message>
        <source>a file packed with bzip2, which holds no pictures that can be read</source>
        <translation>eine mit bzip2 gepackte Datei, die keine lesbaren Bilder enthält</translation>
    </message>
    <message>
        <source>a file packed with xz, which holds no pictures that can be read</source>
        <translation>eine mit xz gepackte Datei, die keine lesbaren Bilder enthält</translation>
    </message>
    <message>
        <source>a 7z archive: unpack it first</source>
        <translation>ein 7z-Archiv: entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>a RAR archive: unpack it first</source>
        <translation>ein RAR-Archiv: entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>a file packed with zstd: unpack it first</source>
        <translation>eine mit zstd gepackte Datei: entpacken Sie sie zuerst</translation>
    </message>
    <message>
        <source>an HDF5 file: save its pictures as .npy or PNG</source>
        <translation>eine HDF5-Datei: speichern Sie ihre Bilder als .npy oder PNG</translation>
    </message>
    <message>
        <source>a MATLAB file: save its pictures as .npy or PNG</source>
        <translation>eine MATLAB-Datei: speichern Sie ihre Bilder als .npy oder PNG</translation>
    </message>
    <message>
        <source>a FITS file: save it as TIFF</source>
        <translation>eine FITS-Datei: speichern Sie sie als TIFF</translation>
    </message>
    <message>
        <source>a Python pickle, which is program code and is not opened</source>
        <translation>ein Python-Pickle, das Programmcode ist und nicht geöffnet wird</translation>
    </message>
    <message>
        <source>a property list, perhaps the place of a picture that a cloud folder did not download</source>
        <translation>eine Property-Liste, vielleicht der Platzhalter eines Bildes, das ein Cloud-Ordner nicht heruntergeladen hat</translation>
    </message>
    <message>
        <source>a Radiance HDR picture: save it as TIFF</source>
        <translation>ein Radiance-HDR-Bild: speichern Sie es als TIFF</translation>
    </message>
    <message>
        <source>an OpenEXR picture: save it as TIFF</source>
        <translation>ein OpenEXR-Bild: speichern Sie es als TIFF</translation>
    </message>
    <message>
        <source>a video, which needs PyAV: {0}</source>
        <translation>ein Video, das PyAV braucht: {0}</translation>
    </message>
    <message>
        <source>a video leads to no other file here</source>
        <translation>ein Video führt hier zu keiner anderen Datei</translation>
    </message>
    <message>
        <source>too large: a video of {0} x {1} px</source>
        <translation>zu groß: ein Video von {0} x {1} px</translation>
    </message>
    <message>
        <source>not an image: a video in a form that PyAV cannot decode</source>
        <translation>kein Bild: ein Video in einer Form, die PyAV nicht dekodieren kann</translation>
    </message>
    <message>
        <source>not an image: a video without pictures</source>
        <translation>kein Bild: ein Video ohne Bilder</translation>
    </message>
    <message>
        <source>truncated: the video ends before this frame</source>
        <translation>abgeschnitten: das Video endet vor diesem Bild</translation>
    </message>
    <message>
        <source>not an image: a video without frames</source>
        <translation>kein Bild: ein Video ohne Einzelbilder</translation>
    </message>
    <message>
        <source>unreadable: a video that is damaged, or ends before it begins</source>
        <translation>nicht lesbar: ein Video, das beschädigt ist oder vor seinem Anfang endet</translation>
    </message>
    <message>
        <source>unreadable: the video is damaged here</source>
        <translation>nicht lesbar: das Video ist hier beschädigt</translation>
    </message>
    <message>
        <source>not an image: an IDX file without images</source>
        <translation>kein Bild: eine IDX-Datei ohne Bilder</translation>
    </message>
    <message>
        <source>announces more than it holds</source>
        <translation>kündigt mehr an, als es enthält</translation>
    </message>
    <message>
        <source>not an IDX file of bytes</source>
        <translation>keine IDX-Datei aus Bytes</translation>
    </message>
    <message>
        <source>unreadable: a damaged IDX file</source>
        <translation>nicht lesbar: eine beschädigte IDX-Datei</translation>
    </message>
    <message>
        <source>too slow: reading it takes more than {0} seconds of the processor</source>
        <translation>zu langsam: das Lesen braucht mehr als {0} Sekunden des Prozessors</translation>
    </message>
    <message>
        <source>too large: reading it takes more than {0} GB of memory</source>
        <translation>zu groß: das Lesen braucht mehr als {0} GB Speicher</translation>
    </message>
    <message>
        <source>unreadable: reading it took longer than {0} seconds</source>
        <translation>nicht lesbar: das Lesen dauerte länger als {0} Sekunden</translation>
    </message>
    <message>
        <source>unreadable: reading it crashed the decoder</source>
        <translation>nicht lesbar: das Lesen brachte den Dekoder zum Absturz</translation>
    </message>
    <message>
        <source>not a regular file</source>
        <translation>keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>not an image: an array of Python objects, which are program code</source>
        <translation>kein Bild: ein Array aus Python-Objekten, die Programmcode sind</translation>
    </message>
    <message>
        <source>not an image: an array whose numbers are no pictures</source>
        <translation>kein Bild: ein Array, dessen Zahlen keine Bilder sind</translation>
    </message>
    <message>
        <source>unreadable: its permissions</source>
        <translation>nicht lesbar: seine Rechte</translation>
    </message>
    <message>
        <source>unreadable: reading it took longer</source>
        <translation>nicht lesbar: das Lesen dauerte länger</translation>
    </message>
    <message>
        <source>No process for reading pictures could be started: {0}.</source>
        <translation>Kein Prozess zum Lesen von Bildern ließ sich starten: {0}.</translation>
    </message>
    <message>
        <source>it ended at once with status {0}</source>
        <translation>er endete sofort mit Status {0}</translation>
    </message>
    <message>
        <source>a video beside pictures: drop it alone to learn from its frames</source>
        <translation>ein Video neben Bildern: ziehen Sie es allein hinein, um von seinen Bildern zu lernen</translation>
    </message>
    <message>
        <source>unreadable: {0}may not be opened, its permissions forbid it</source>
        <translation>nicht lesbar: {0}darf nicht geöffnet werden, seine Rechte verbieten es</translation>
    </message>
    <message>
        <source>unreadable: a link that leads nowhere</source>
        <translation>nicht lesbar: ein Link, der nirgendwohin führt</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>There are no folders to look into. Drop a folder of images.</source>
        <translation>Es gibt keine Ordner zum Durchsuchen. Ziehen Sie einen Ordner mit Bildern hinein.</translation>
    </message>
    <message>
        <source>{0} may not be opened. Change its permissions or choose another folder.</source>
        <translation>{0} darf nicht geöffnet werden. Ändern Sie die Rechte oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{0} does not exist. Choose the folder again.</source>
        <translation>{0} gibt es nicht. Wählen Sie den Ordner noch einmal.</translation>
    </message>
    <message>
        <source>the one dropped</source>
        <translation>der hineingezogene</translation>
    </message>
    <message>
        <source>a link: the same folder as {0}</source>
        <translation>ein Link: derselbe Ordner wie {0}</translation>
    </message>
    <message>
        <source>a link: the same file as {0}</source>
        <translation>ein Link: dieselbe Datei wie {0}</translation>
    </message>
    <message>
        <source>Side {0} has {1} pictures and the other {2}: the few will be seen far more often.</source>
        <translation>Seite {0} hat {1} Bilder und die andere {2}: die wenigen werden viel öfter gesehen.</translation>
    </message>
    <message>
        <source>Pictures of side {0} are {1} times smaller: their blur will be learned as a style.</source>
        <translation>Bilder der Seite {0} sind {1}-mal kleiner: ihre Unschärfe wird als Stil gelernt.</translation>
    </message>
    <message>
        <source>Side {0} is grey and side {1} has colours: those can only be invented on the way to {2}.</source>
        <translation>Seite {0} ist grau und Seite {1} farbig: Farben können auf dem Weg nach {2} nur erfunden werden.</translation>
    </message>
    <message>
        <source>Both sides are the same folder: there is nothing to translate.</source>
        <translation>Beide Seiten sind derselbe Ordner: es gibt nichts zu übersetzen.</translation>
    </message>
    <message>
        <source>Both sides share a folder: its pictures are on either side.</source>
        <translation>Beide Seiten teilen einen Ordner: seine Bilder sind auf beiden Seiten.</translation>
    </message>
    <message>
        <source>Side {0} has a single picture: everything will be turned into that one.</source>
        <translation>Seite {0} hat ein einziges Bild: alles wird in dieses eine verwandelt.</translation>
    </message>
    <message>
        <source>Side {0} has only {1} pictures: results will look like these few.</source>
        <translation>Seite {0} hat nur {1} Bilder: die Ergebnisse werden diesen wenigen gleichen.</translation>
    </message>
    <message>
        <source>unreadable: the archive is damaged here</source>
        <translation>nicht lesbar: das Archiv ist hier beschädigt</translation>
    </message>
    <message>
        <source>The prepared images need {0} MB and {1} has {2} MB free. Free some space or choose a lower resolution. {3}</source>
        <translation>Die vorbereiteten Bilder brauchen {0} MB, und in {1} sind {2} MB frei. Machen Sie Platz oder wählen Sie eine kleinere Auflösung. {3}</translation>
    </message>
    <message>
        <source>too many values</source>
        <translation>zu viele Werte</translation>
    </message>
    <message>
        <source>parts are missing</source>
        <translation>Teile fehlen</translation>
    </message>
    <message>
        <source>a part ends too early</source>
        <translation>ein Teil endet zu früh</translation>
    </message>
    <message>
        <source>a TIFF packed in a way (number {0}) that is not read for {1} bits</source>
        <translation>ein TIFF, gepackt auf eine Art (Nummer {0}), die für {1} Bit nicht gelesen wird</translation>
    </message>
    <message>
        <source>a video of {0} s has no frames from {1} s on</source>
        <translation>ein Video von {0} s hat ab {1} s keine Bilder</translation>
    </message>
    <message>
        <source>out of memory</source>
        <translation>kein Speicher mehr</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>nicht genug Speicher</translation>
    </message>
    <message>
        <source>failed to allocate</source>
        <translation>Zuteilung gescheitert</translation>
    </message>
    <message>
        <source>{0} has not enough memory for this: choose {1}, or {2}.</source>
        <translation>{0} hat dafür nicht genug Speicher: wählen Sie {1} oder {2}.</translation>
    </message>
    <message>
        <source>a smaller batch or resolution</source>
        <translation>ein kleinerer Batch oder eine kleinere Auflösung</translation>
    </message>
    <message>
        <source>close other programs</source>
        <translation>schließen Sie andere Programme</translation>
    </message>
    <message>
        <source>without exception set</source>
        <translation>ohne gesetzte Ausnahme</translation>
    </message>
    <message>
        <source>one that cannot be told</source>
        <translation>einer, der sich nicht bestimmen lässt</translation>
    </message>
    <message>
        <source>Of {0} processes that train together {1} ended unexpectedly.</source>
        <translation>Von {0} gemeinsam trainierenden Prozessen endete {1} unerwartet.</translation>
    </message>
    <message>
        <source>install it with `pip install &apos;ganstudio[{0}]&apos;`</source>
        <translation>installieren Sie es mit `pip install &apos;ganstudio[{0}]&apos;`</translation>
    </message>
    <message>
        <source>this installed program came without; one from source has it with `pip install &apos;ganstudio[{0}]&apos;`</source>
        <translation>dieses installierte Programm kam ohne; eines aus dem Quelltext hat es mit `pip install &apos;ganstudio[{0}]&apos;`</translation>
    </message>
    <message>
        <source>{0} is no part of GAN Studio that is started on its own.</source>
        <translation>{0} ist kein Teil von GAN Studio, der für sich gestartet wird.</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels: 64, or 96x64 where they differ.</source>
        <translation>Breite und Höhe der gelernten Bilder in Pixeln: 64, oder 96x64, wo sie verschieden sind.</translation>
    </message>
    <message>
        <source>Images per step. More is steadier, fewer is faster per step and needs less memory.</source>
        <translation>Bilder je Schritt. Mehr ist ruhiger, weniger ist schneller je Schritt und braucht weniger Speicher.</translation>
    </message>
    <message>
        <source>{0} doubles its pictures, from a shorter side of 4 to 7 px: it works at {1} px, not at {2} px.</source>
        <translation>{0} verdoppelt seine Bilder, von 4 bis 7 px an der kürzeren Seite aus: es arbeitet mit {1} px, nicht mit {2} px.</translation>
    </message>
    <message>
        <source>{0} learns classes, and there is {1}: put each class into a subfolder of its own.</source>
        <translation>{0} lernt Klassen, und es gibt {1}: legen Sie jede Klasse in einen eigenen Unterordner.</translation>
    </message>
    <message>
        <source>EMA half-life</source>
        <translation>EMA-Halbwertszeit</translation>
    </message>
    <message>
        <source>{0} works at {1} px, not at {2} px.</source>
        <translation>{0} arbeitet mit {1} px, nicht mit {2} px.</translation>
    </message>
    <message>
        <source>{0} has no preset called {1}. It has: {2}.</source>
        <translation>{0} hat keine Voreinstellung {1}. Es hat: {2}.</translation>
    </message>
    <message>
        <source>{0} has no setting called {1}. It has: {2}.</source>
        <translation>{0} hat keine Einstellung {1}. Es hat: {2}.</translation>
    </message>
    <message>
        <source>What happens to pictures of another shape: cut the middle out, or what has the most edges, add borders, or stretch.</source>
        <translation>Was mit Bildern anderer Form geschieht: die Mitte ausschneiden, oder das mit den meisten Kanten, Ränder ergänzen oder strecken.</translation>
    </message>
    <message>
        <source>Learn in colour, in grey, or in colour with transparency (rgba).</source>
        <translation>In Farbe lernen, in Grau, oder in Farbe mit Transparenz (rgba).</translation>
    </message>
    <message>
        <source>The colour under transparent parts and in added borders, as #rrggbb.</source>
        <translation>Die Farbe unter durchsichtigen Teilen und in ergänzten Rändern, als #rrggbb.</translation>
    </message>
    <message>
        <source>Show each picture mirrored half of the time. Not for text or asymmetric things.</source>
        <translation>Jedes Bild in der Hälfte der Fälle gespiegelt zeigen. Nicht für Schrift oder Unsymmetrisches.</translation>
    </message>
    <message>
        <source>Subfolders are classes: each picture is labelled with its first folder&apos;s name.</source>
        <translation>Unterordner sind Klassen: jedes Bild heißt nach seinem ersten Ordner.</translation>
    </message>
    <message>
        <source>Show each class as often as any other, however few pictures it has.</source>
        <translation>Jede Klasse so oft zeigen wie jede andere, wie wenige Bilder sie auch hat.</translation>
    </message>
    <message>
        <source>Which copies are left out: identical pictures, nearly identical ones too, or none.</source>
        <translation>Welche Kopien wegfallen: gleiche Bilder, auch beinahe gleiche, oder keine.</translation>
    </message>
    <message>
        <source>The number that is black in pictures of more than 8 bits, where white is not 0.</source>
        <translation>Die Zahl, die in Bildern mit mehr als 8 Bit schwarz ist, wo weiß nicht 0 ist.</translation>
    </message>
    <message>
        <source>The number that is white in pictures of more than 8 bits: 4095 for 12 bits, 1 for fractions. 0: the range that the whole set needs.</source>
        <translation>Die Zahl, die in Bildern mit mehr als 8 Bit weiß ist: 4095 bei 12 Bit, 1 bei Brüchen. 0: der Bereich, den der ganze Satz braucht.</translation>
    </message>
    <message>
        <source>Frames a second that are taken of a video.</source>
        <translation>Bilder pro Sekunde, die einem Video entnommen werden.</translation>
    </message>
    <message>
        <source>So many frames of each video, evenly spread over it. 0: as many a second as above.</source>
        <translation>So viele Bilder jedes Videos, gleichmäßig verteilt. 0: so viele pro Sekunde wie oben.</translation>
    </message>
    <message>
        <source>Where in a video the first frame is taken.</source>
        <translation>Wo in einem Video das erste Bild entnommen wird.</translation>
    </message>
    <message>
        <source>Where in a video the last frame is taken. 0: at its end.</source>
        <translation>Wo in einem Video das letzte Bild entnommen wird. 0: an seinem Ende.</translation>
    </message>
    <message>
        <source>Share of the pictures kept aside to see whether the rest are learned by heart: 500 at most, none of fewer than 1,000, and none by translations.</source>
        <translation>Anteil der Bilder, die zurückgehalten werden, um zu sehen, ob die übrigen auswendig gelernt werden: höchstens 500, keine bei weniger als 1.000, und keine bei Übersetzungen.</translation>
    </message>
    <message>
        <source>Share of the pictures set aside by their content for a test of what is made: neither learned from nor used to choose a checkpoint, and what `augment --judge` tests on. Translations set none aside.</source>
        <translation>Anteil der Bilder, der nach seinem Inhalt für einen Test des Erzeugten beiseitegelegt wird: weder gelernt noch zur Wahl eines Checkpoints genutzt; daran testet `augment --judge`. Übersetzungen legen keine beiseite.</translation>
    </message>
    <message>
        <source>Pictures with a side shorter than this are left out.</source>
        <translation>Bilder, deren kürzere Seite kleiner ist, werden weggelassen.</translation>
    </message>
    <message>
        <source>Stop after this many steps.</source>
        <translation>Nach so vielen Schritten stoppen.</translation>
    </message>
    <message>
        <source>Stop after this many thousand images.</source>
        <translation>Nach so vielen Tausend Bildern stoppen.</translation>
    </message>
    <message>
        <source>Stop after this many minutes of training.</source>
        <translation>Nach so vielen Minuten Training stoppen.</translation>
    </message>
    <message>
        <source>Where a run goes on for longer than its learning rates were to fall: they begin again at their full size, or stay low.</source>
        <translation>Wenn ein Lauf länger weitergeht, als seine Lernraten fallen sollten: sie beginnen wieder in voller Größe oder bleiben niedrig.</translation>
    </message>
    <message>
        <source>ganstudio train FOLDER --resume --out {0}</source>
        <translation>ganstudio train FOLDER --resume --out {0}</translation>
    </message>
    <message>
        <source>background takes a colour as #rrggbb, not {0}.</source>
        <translation>background nimmt eine Farbe als #rrggbb, nicht {0}.</translation>
    </message>
    <message>
        <source>it was made by a newer GAN Studio (format {0}, this one reads up to {1})</source>
        <translation>es wurde von einem neueren GAN Studio gemacht (Format {0}, dieses liest bis {1})</translation>
    </message>
    <message>
        <source>resume it with --resume, or choose another</source>
        <translation>setzen Sie ihn mit --resume fort, oder wählen Sie einen anderen</translation>
    </message>
    <message>
        <source>{0} is not empty; {1}.</source>
        <translation>{0} ist nicht leer; {1}.</translation>
    </message>
    <message>
        <source>{0} does not say where its images are; resume it with `{1}`.</source>
        <translation>{0} sagt nicht, wo seine Bilder sind; setzen Sie ihn mit `{1}` fort.</translation>
    </message>
    <message>
        <source>{0} is in use by {1}. Stop it there first.</source>
        <translation>{0} wird von {1} benutzt. Stoppen Sie es dort zuerst.</translation>
    </message>
    <message>
        <source>{0} cannot be written to: its run.lock is somebody&apos;s file; move it away.</source>
        <translation>In {0} kann nicht geschrieben werden: run.lock gehört jemand anderem; räumen Sie es weg.</translation>
    </message>
    <message>
        <source>{0} is in use by another process. Stop it there first.</source>
        <translation>{0} wird von einem anderen Prozess benutzt. Stoppen Sie es dort zuerst.</translation>
    </message>
    <message>
        <source>The settings of this run do not say how large its pictures are.</source>
        <translation>Die Einstellungen dieses Laufs sagen nicht, wie groß seine Bilder sind.</translation>
    </message>
    <message>
        <source>it is not an object</source>
        <translation>es ist kein Objekt</translation>
    </message>
    <message>
        <source>its settings.json is damaged: {0}</source>
        <translation>seine settings.json ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>{0} cannot be made: {1}. Choose another folder.</source>
        <translation>{0} kann nicht angelegt werden: {1}. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>it has no settings.json</source>
        <translation>es hat keine settings.json</translation>
    </message>
    <message>
        <source>there is no such folder any more</source>
        <translation>den Ordner gibt es nicht mehr</translation>
    </message>
    <message>
        <source>{0} is not a run: {1}.</source>
        <translation>{0} ist kein Lauf: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} ist nicht lesbar: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be opened: {1}.</source>
        <translation>{0} kann nicht geöffnet werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be written to: {1}.</source>
        <translation>In {0} kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>its run.lock was removed, and another process writes there now; stop that one</source>
        <translation>run.lock wurde entfernt, und ein anderer Prozess schreibt dort jetzt; stoppen Sie jenen</translation>
    </message>
    <message>
        <source>its events.jsonl was removed, and another process writes there now; stop that one</source>
        <translation>events.jsonl wurde entfernt, und ein anderer Prozess schreibt dort jetzt; stoppen Sie jenen</translation>
    </message>
    <message>
        <source>{0} has more than {1} MB, which no run has; move it out of the run&apos;s folder</source>
        <translation>{0} hat mehr als {1} MB, das hat kein Lauf; räumen Sie es aus dem Ordner des Laufs</translation>
    </message>
    <message>
        <source>{0} is {1}, which has no place there; move it out of the run&apos;s folder</source>
        <translation>{0} ist {1}, was dort nichts zu suchen hat; räumen Sie es aus dem Ordner des Laufs</translation>
    </message>
    <message>
        <source>{0} is no picture that this program has drawn</source>
        <translation>{0} ist kein Bild, das dieses Programm gezeichnet hat</translation>
    </message>
    <message>
        <source>{0} is damaged</source>
        <translation>{0} ist beschädigt</translation>
    </message>
    <message>
        <source>{0} has {1} x {2} pixels, which is too large</source>
        <translation>{0} hat {1} x {2} Pixel, das ist zu groß</translation>
    </message>
    <message>
        <source>Training goes on, and what it learns is kept in memory; it is tried again every half a minute.</source>
        <translation>Das Training geht weiter, und was es lernt, bleibt im Speicher; alle halbe Minute wird es noch einmal versucht.</translation>
    </message>
    <message>
        <source>The file system of this run has no locks, so a note in run.lock says every few seconds that it is being written: train a run from one place at a time.</source>
        <translation>Das Dateisystem dieses Laufs kennt keine Sperren, deshalb sagt alle paar Sekunden ein Vermerk in run.lock, dass er geschrieben wird: trainieren Sie einen Lauf nur an einem Ort zugleich.</translation>
    </message>
    <message>
        <source>What was learned is kept in memory, and saved as soon as it can be. Stop once more to give it up.</source>
        <translation>Was gelernt wurde, bleibt im Speicher und wird gesichert, sobald es geht. Stoppen Sie noch einmal, um es aufzugeben.</translation>
    </message>
    <message>
        <source>Lower the learning rates, or choose a steadier recipe.</source>
        <translation>Senken Sie die Lernraten oder wählen Sie ein ruhigeres Rezept.</translation>
    </message>
    <message>
        <source>The score has not improved for {0} minutes of training, so the run ends here.</source>
        <translation>Die Bewertung hat sich seit {0} Minuten Training nicht verbessert, deshalb endet der Lauf hier.</translation>
    </message>
    <message>
        <source>{0} has not enough memory for {1} images at once: from now on each step learns from them in {2} parts of {3}, which takes longer.</source>
        <translation>{0} hat nicht genug Speicher für {1} Bilder auf einmal: von jetzt an lernt jeder Schritt in {2} Teilen zu {3}, was länger dauert.</translation>
    </message>
    <message>
        <source>Whatever looks at a batch as a whole, such as BatchNorm, sees one part. A smaller batch is faster.</source>
        <translation>Was einen ganzen Batch betrachtet, wie BatchNorm, sieht nur einen Teil. Ein kleinerer Batch ist schneller.</translation>
    </message>
    <message>
        <source>Step {0} gave invalid numbers: back to step {1}, with half the learning rate.</source>
        <translation>Schritt {0} ergab ungültige Zahlen: zurück zu Schritt {1}, mit halber Lernrate.</translation>
    </message>
    <message>
        <source>The run is in {0} from now on.</source>
        <translation>Der Lauf liegt von jetzt an in {0}.</translation>
    </message>
    <message>
        <source> What was learned up to step {0} is saved.</source>
        <translation> Was bis Schritt {0} gelernt wurde, ist gespeichert.</translation>
    </message>
    <message>
        <source>{0} What was learned up to step {1} is saved: resume to go on.</source>
        <translation>{0} Was bis Schritt {1} gelernt wurde, ist gespeichert: setzen Sie fort, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Its best is of step {0}. Gone on with, it gets as long again.</source>
        <translation>Sein Bestes ist von Schritt {0}. Fortgesetzt bekommt er noch einmal so lange.</translation>
    </message>
    <message>
        <source>{0} update(s) gave invalid numbers and were left out.</source>
        <translation>{0} Aktualisierung(en) ergaben ungültige Zahlen und wurden ausgelassen.</translation>
    </message>
    <message>
        <source>there is no checkpoint that can be used</source>
        <translation>es gibt keinen brauchbaren Checkpoint</translation>
    </message>
    <message>
        <source>Training gave invalid numbers at step {0}. {1}</source>
        <translation>Das Training ergab bei Schritt {0} ungültige Zahlen. {1}</translation>
    </message>
    <message>
        <source>Training gave invalid numbers {0} times, last at step {1}. {2}</source>
        <translation>Das Training ergab {0}-mal ungültige Zahlen, zuletzt bei Schritt {1}. {2}</translation>
    </message>
    <message>
        <source>Training gave invalid numbers at step {0}, before the first checkpoint. {1}</source>
        <translation>Das Training ergab bei Schritt {0} ungültige Zahlen, vor dem ersten Checkpoint. {1}</translation>
    </message>
    <message>
        <source>marking the best checkpoint</source>
        <translation>beim Markieren des besten Checkpoints</translation>
    </message>
    <message>
        <source>{0} takes {1}, not {2}.</source>
        <translation>{0} nimmt {1}, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} must be a finite number, not {1}.</source>
        <translation>{0} muss eine endliche Zahl sein, nicht {1}.</translation>
    </message>
    <message>
        <source>{0} can be {1}, not {2}.</source>
        <translation>{0} kann {1} sein, nicht {2}.</translation>
    </message>
    <message>
        <source>{0} takes yes or no, not {1}.</source>
        <translation>{0} nimmt ja oder nein, nicht {1}.</translation>
    </message>
    <message>
        <source>a whole number, or two such as 96x64</source>
        <translation>eine ganze Zahl, oder zwei wie 96x64</translation>
    </message>
    <message>
        <source>{0} goes {1}, {2} is outside.</source>
        <translation>{0} geht {1}, {2} liegt außerhalb.</translation>
    </message>
    <message>
        <source>{0} takes a whole number, or two such as 96x64, not {1}.</source>
        <translation>{0} nimmt eine ganze Zahl, oder zwei wie 96x64, nicht {1}.</translation>
    </message>
    <message>
        <source>it was made with other settings (they differ at {0})</source>
        <translation>er wurde mit anderen Einstellungen gemacht (sie weichen bei {0} ab)</translation>
    </message>
    <message>
        <source>its optimiser is damaged</source>
        <translation>sein Optimierer ist beschädigt</translation>
    </message>
    <message>
        <source>its optimiser has other parameters</source>
        <translation>sein Optimierer hat andere Parameter</translation>
    </message>
    <message>
        <source>its optimiser&apos;s {0} is no tensor</source>
        <translation>{0} seines Optimierers ist kein Tensor</translation>
    </message>
    <message>
        <source>its optimiser&apos;s {0} has another shape or type than its weight</source>
        <translation>{0} seines Optimierers hat eine andere Form oder einen anderen Typ als sein Gewicht</translation>
    </message>
    <message>
        <source>its optimiser&apos;s {0} holds invalid numbers</source>
        <translation>{0} seines Optimierers enthält ungültige Zahlen</translation>
    </message>
    <message>
        <source>{0} is {1} there and {2} here</source>
        <translation>{0} ist dort {1} und hier {2}</translation>
    </message>
    <message>
        <source>{0} holds invalid numbers</source>
        <translation>{0} enthält ungültige Zahlen</translation>
    </message>
    <message>
        <source>its optimiser remembers a weight {0}, which there is not</source>
        <translation>sein Optimierer kennt ein Gewicht {0}, das es nicht gibt</translation>
    </message>
    <message>
        <source>its optimiser remembers other things than it should</source>
        <translation>sein Optimierer hat anderes behalten, als er soll</translation>
    </message>
    <message>
        <source>runs are training</source>
        <translation>Läufe trainieren</translation>
    </message>
    <message>
        <source>the type of {0}</source>
        <translation>der Typ von {0}</translation>
    </message>
    <message>
        <source>the shape of {0}</source>
        <translation>die Form von {0}</translation>
    </message>
    <message>
        <source>the place of {0}</source>
        <translation>der Ort von {0}</translation>
    </message>
    <message>
        <source>its header is longer than the file</source>
        <translation>sein Kopf ist länger als die Datei</translation>
    </message>
    <message>
        <source>it is shorter or longer than its header says</source>
        <translation>es ist kürzer oder länger, als sein Kopf sagt</translation>
    </message>
    <message>
        <source>{0} is of type {1}</source>
        <translation>{0} ist vom Typ {1}</translation>
    </message>
    <message>
        <source>{0} is not as long as its shape says</source>
        <translation>{0} ist nicht so lang, wie seine Form sagt</translation>
    </message>
    <message>
        <source>its header is no object</source>
        <translation>sein Kopf ist kein Objekt</translation>
    </message>
    <message>
        <source>its header is damaged ({0})</source>
        <translation>sein Kopf ist beschädigt ({0})</translation>
    </message>
    <message>
        <source>its tensors overlap or leave holes</source>
        <translation>seine Tensoren überlappen oder lassen Lücken</translation>
    </message>
    <message>
        <source>it is damaged ({0})</source>
        <translation>es ist beschädigt ({0})</translation>
    </message>
    <message>
        <source>no memory for tensors ({0})</source>
        <translation>kein Speicher für Tensoren ({0})</translation>
    </message>
    <message>
        <source>no thread can be started for {0}: {1}</source>
        <translation>für {0} lässt sich kein Thread starten: {1}</translation>
    </message>
    <message>
        <source>it lacks a network of this recipe</source>
        <translation>ihm fehlt ein Netz dieses Rezepts</translation>
    </message>
    <message>
        <source>it does not belong to this recipe ({0})</source>
        <translation>er gehört nicht zu diesem Rezept ({0})</translation>
    </message>
    <message>
        <source>what else a step depends on is damaged ({0})</source>
        <translation>was ein Schritt sonst braucht, ist beschädigt ({0})</translation>
    </message>
    <message>
        <source>{0} has tensors that are larger than what is stored of them, and was not used.</source>
        <translation>{0} hat Tensoren, die größer sind als das, was davon gespeichert ist, und wurde nicht verwendet.</translation>
    </message>
    <message>
        <source>{0} is packed in a way that torch does not write, and was not opened.</source>
        <translation>{0} ist auf eine Weise gepackt, die torch nicht schreibt, und wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>{0} is too large for a network of this kind ({1} GB).</source>
        <translation>{0} ist zu groß für ein Netz dieser Art ({1} GB).</translation>
    </message>
    <message>
        <source>{0} is not a whole safetensors file: {1}.</source>
        <translation>{0} ist keine ganze safetensors-Datei: {1}.</translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} ist beschädigt.</translation>
    </message>
    <message>
        <source>It is to see by {0}, and the weights at hand are of {1}.</source>
        <translation>Es soll mit {0} sehen, und die vorhandenen Gewichte sind von {1}.</translation>
    </message>
    <message>
        <source>Any style</source>
        <translation>Jeder Stil</translation>
    </message>
    <message>
        <source>Learns to draw any picture in any style: side A is a folder of pictures, side B one of styles.</source>
        <translation>Lernt, jedes Bild in jedem Stil zu zeichnen: Seite A ist ein Ordner mit Bildern, Seite B einer mit Stilen.</translation>
    </message>
    <message>
        <source>You want to try many styles, or to mix them: one training for all, and sliders afterwards.</source>
        <translation>Wenn Sie viele Stile ausprobieren oder mischen wollen: ein Training für alle, danach Regler.</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels. Later it draws pictures of any size.</source>
        <translation>Breite und Höhe der gelernten Bilder in Pixeln. Später zeichnet es Bilder jeder Größe.</translation>
    </message>
    <message>
        <source>Pictures per step. Eight is the published choice.</source>
        <translation>Bilder je Schritt. Veröffentlicht sind acht.</translation>
    </message>
    <message>
        <source>The network that sees, whose weights stay as they are: SqueezeNet 1.1, or VGG19 as published.</source>
        <translation>Das Netz, das sieht und dessen Gewichte bleiben, wie sie sind: SqueezeNet 1.1, oder VGG19 wie veröffentlicht.</translation>
    </message>
    <message>
        <source>Give what is drawn the style&apos;s colours outright, their mean and deviation. Else, as published, it is to learn them, which takes long.</source>
        <translation>Dem Gezeichneten die Farben des Stils unmittelbar geben, ihren Mittelwert und ihre Streuung. Sonst soll es sie lernen wie veröffentlicht, was lange dauert.</translation>
    </message>
    <message>
        <source>How much the style matters beside the content.</source>
        <translation>Wie viel der Stil neben dem Inhalt zählt.</translation>
    </message>
    <message>
        <source>Learning rate.</source>
        <translation>Lernrate.</translation>
    </message>
    <message>
        <source>Adam&apos;s momentum.</source>
        <translation>Momentum von Adam.</translation>
    </message>
    <message>
        <source>Epochs over which the learning rate then falls in a straight line. 0: it never falls.</source>
        <translation>Epochen, über die die Lernrate danach geradlinig fällt. 0: sie fällt nie.</translation>
    </message>
    <message>
        <source>Quick look</source>
        <translation>Kurzer Blick</translation>
    </message>
    <message>
        <source>SqueezeNet sees, 128 px: minutes on two cores</source>
        <translation>SqueezeNet sieht, 128 px: Minuten auf zwei Kernen</translation>
    </message>
    <message>
        <source>SqueezeNet sees, 256 px, batches of 16: half an hour on a GPU</source>
        <translation>SqueezeNet sieht, 256 px, Batches zu 16: eine halbe Stunde auf einer GPU</translation>
    </message>
    <message>
        <source>Huang and Belongie</source>
        <translation>Huang und Belongie</translation>
    </message>
    <message>
        <source>VGG19 sees, 256 px, batches of 8, as published</source>
        <translation>VGG19 sieht, 256 px, Batches zu 8, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Numbers in the noise vector z that an image is made from.</source>
        <translation>Zahlen im Rauschvektor z, aus dem ein Bild entsteht.</translation>
    </message>
    <message>
        <source>How z is drawn: from a normal distribution, or evenly from 0 to 1.</source>
        <translation>Wie z gezogen wird: aus einer Normalverteilung oder gleichmäßig von 0 bis 1.</translation>
    </message>
    <message>
        <source>What the two networks play for.</source>
        <translation>Worum die beiden Netze spielen.</translation>
    </message>
    <message>
        <source>Updates of the discriminator for each one of the generator. A step is one update of the discriminator.</source>
        <translation>Aktualisierungen des Diskriminators je Aktualisierung des Generators. Ein Schritt ist eine Aktualisierung des Diskriminators.</translation>
    </message>
    <message>
        <source>Keeps the discriminator from growing too steep: at reals (r1), fakes (r2), or points in between.</source>
        <translation>Hält den Diskriminator davon ab, zu steil zu werden: bei echten (r1), bei erzeugten (r2) oder an Punkten dazwischen.</translation>
    </message>
    <message>
        <source>How much the penalty counts: lambda, or gamma for r1 and r2.</source>
        <translation>Wie viel die Strafe zählt: Lambda, oder Gamma bei r1 und r2.</translation>
    </message>
    <message>
        <source>The penalty is taken every so many steps and counts as many times: cheaper, nearly as good.</source>
        <translation>Die Strafe wird alle so viele Schritte genommen und zählt so vielfach: billiger, beinahe so gut.</translation>
    </message>
    <message>
        <source>Weight of D(x)², which keeps a critic&apos;s scores from drifting away from 0.</source>
        <translation>Gewicht von D(x)², das die Ausgaben eines Kritikers davon abhält, von 0 wegzutreiben.</translation>
    </message>
    <message>
        <source>Spread of noise added to everything the discriminator sees, while images go from -1 to 1.</source>
        <translation>Streuung des Rauschens auf allem, was der Diskriminator sieht; Bilder gehen von -1 bis 1.</translation>
    </message>
    <message>
        <source>Shows the discriminator how alike the images of a batch are, which gives a collapsed generator away.</source>
        <translation>Zeigt dem Diskriminator, wie ähnlich die Bilder eines Batches sind, was einen kollabierten Generator verrät.</translation>
    </message>
    <message>
        <source>Each convolution and linear layer of the discriminator is divided by its largest singular value.</source>
        <translation>Jede Faltung und jede lineare Schicht des Diskriminators wird durch ihren größten Singulärwert geteilt.</translation>
    </message>
    <message>
        <source>Changes that reals and fakes undergo before the discriminator: against learning few images by heart.</source>
        <translation>Änderungen, die echte und erzeugte Bilder vor dem Diskriminator erfahren: gegen das Auswendiglernen weniger Bilder.</translation>
    </message>
    <message>
        <source>What DiffAugment does: colour, translation, cutout, in any combination. ADA changes colours only where colour is among them. For many images, translation alone.</source>
        <translation>Was DiffAugment tut: Farbe, Verschiebung, Ausschnitt, in jeder Kombination. ADA ändert Farben nur, wenn colour dabei ist. Bei vielen Bildern nur translation.</translation>
    </message>
    <message>
        <source>ADA strengthens the changes while the mean sign of D(x) is above this.</source>
        <translation>ADA verstärkt die Änderungen, solange das mittlere Vorzeichen von D(x) darüber liegt.</translation>
    </message>
    <message>
        <source>Thousand images in which ADA&apos;s strength can go from 0 to 1.</source>
        <translation>Tausend Bilder, in denen die Stärke von ADA von 0 auf 1 gehen kann.</translation>
    </message>
    <message>
        <source>The optimiser of both networks.</source>
        <translation>Der Optimierer beider Netze.</translation>
    </message>
    <message>
        <source>Learning rate of the generator.</source>
        <translation>Lernrate des Generators.</translation>
    </message>
    <message>
        <source>Learning rate of the discriminator.</source>
        <translation>Lernrate des Diskriminators.</translation>
    </message>
    <message>
        <source>Adam&apos;s memory of squared gradients.</source>
        <translation>Adams Gedächtnis für quadrierte Gradienten.</translation>
    </message>
    <message>
        <source>Label smoothing moves a target, and the {0} objective has none; set it to 0.</source>
        <translation>Zielglättung verschiebt ein Ziel, und {0} hat keines; setzen Sie sie auf 0.</translation>
    </message>
    <message>
        <source>The minimax loss leaves the generator without a gradient once D is sure; nonsaturating does not.</source>
        <translation>Der Minimax-Verlust lässt den Generator ohne Gradienten, sobald D sicher ist; nicht sättigend tut das nicht.</translation>
    </message>
    <message>
        <source>Nothing bounds this Wasserstein critic, so its loss runs away; add a gradient penalty or weight clipping.</source>
        <translation>Nichts begrenzt diesen Wasserstein-Kritiker, sein Verlust läuft also davon; nehmen Sie eine Gradientenstrafe oder Gewichtsbegrenzung dazu.</translation>
    </message>
    <message>
        <source>A gradient penalty is about each image by itself, and BatchNorm in the discriminator mixes the images of a batch; choose another norm, or no penalty.</source>
        <translation>Eine Gradientenstrafe gilt jedem Bild für sich, und BatchNorm im Diskriminator vermischt die Bilder eines Batches; wählen Sie eine andere Norm oder keine Strafe.</translation>
    </message>
    <message>
        <source>Spectral norm rescales the weights, so that clipping them means nothing; choose one of the two.</source>
        <translation>Spektralnorm skaliert die Gewichte, sodass ihre Begrenzung nichts bedeutet; wählen Sie eines von beiden.</translation>
    </message>
    <message>
        <source>Weight clipping is unstable with a momentum optimiser (Arjovsky et al. 2017); choose rmsprop, or beta1 0.</source>
        <translation>Gewichtsbegrenzung ist mit einem Optimierer mit Momentum instabil (Arjovsky et al. 2017); wählen Sie rmsprop, oder beta1 0.</translation>
    </message>
    <message>
        <source>Unrolling foresees Adam&apos;s updates, not rmsprop&apos;s; choose adam or adamw.</source>
        <translation>Unrolling sieht die Aktualisierungen von Adam voraus, nicht die von rmsprop; wählen Sie adam oder adamw.</translation>
    </message>
    <message>
        <source>Unrolling foresees the discriminator&apos;s updates without its penalty or clipping: another game.</source>
        <translation>Unrolling sieht die Aktualisierungen des Diskriminators ohne Strafe und Begrenzung voraus: ein anderes Spiel.</translation>
    </message>
    <message>
        <source>ADA reads the sign of D(x), which means nothing with the {0} objective.</source>
        <translation>ADA liest das Vorzeichen von D(x), das mit dem Ziel {0} nichts bedeutet.</translation>
    </message>
    <message>
        <source>Latent space</source>
        <translation>Latenter Raum</translation>
    </message>
    <message>
        <source>Discriminator steps</source>
        <translation>Diskriminatorschritte</translation>
    </message>
    <message>
        <source>Gradient penalty</source>
        <translation>Gradientenstrafe</translation>
    </message>
    <message>
        <source>Weight clipping</source>
        <translation>Gewichtsbegrenzung</translation>
    </message>
    <message>
        <source>Minibatch statistics</source>
        <translation>Batchstatistik</translation>
    </message>
    <message>
        <source>Unrolled discriminator</source>
        <translation>Entrollter Diskriminator</translation>
    </message>
    <message>
        <source>BatchNorm needs at least 2 images per step.</source>
        <translation>BatchNorm braucht mindestens 2 Bilder je Schritt.</translation>
    </message>
    <message>
        <source>{0} keeps {1} at {2}: {3}</source>
        <translation>{0} belässt {1} bei {2}: {3}</translation>
    </message>
    <message>
        <source>Minibatch discrimination compares images, so it needs at least 2 per step.</source>
        <translation>Minibatch Discrimination vergleicht Bilder und braucht deshalb mindestens 2 je Schritt.</translation>
    </message>
    <message>
        <source>Looks at how many pictures there are, how large they are and what this computer can do, and chooses.</source>
        <translation>Sieht, wie viele Bilder es sind, wie groß sie sind und was dieser Computer kann, und wählt.</translation>
    </message>
    <message>
        <source>To begin with. What you set yourself stays; a size too slow here is made smaller when training begins.</source>
        <translation>Für den Anfang. Was Sie selbst einstellen, bleibt; eine hier zu langsame Größe wird bei Trainingsbeginn verkleinert.</translation>
    </message>
    <message>
        <source>{0} picture{1} of about {2} px</source>
        <translation>{0} Bild{1} von etwa {2} px</translation>
    </message>
    <message>
        <source>{0} to learn {1}{2}{3}{4}.</source>
        <translation>{0}, zu lernen {1}{2}{3}{4}.</translation>
    </message>
    <message>
        <source>; at {0} images a second it sees {1} thousand</source>
        <translation>; bei {0} Bildern pro Sekunde sieht es {1} Tausend</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels; 0: as suits the images and the computer.</source>
        <translation>Breite und Höhe der gelernten Bilder in Pixeln; 0: wie es zu Bildern und Computer passt.</translation>
    </message>
    <message>
        <source>Images per step; 0: as suits the images and the recipe.</source>
        <translation>Bilder je Schritt; 0: wie es zu Bildern und Rezept passt.</translation>
    </message>
    <message>
        <source>The shown generator is a running mean of the trained one; this is its half-life.</source>
        <translation>Der gezeigte Generator ist ein gleitendes Mittel des trainierten; dies ist seine Halbwertszeit.</translation>
    </message>
    <message>
        <source>{0} at {1}{2} px</source>
        <translation>{0} bei {1}{2} px</translation>
    </message>
    <message>
        <source>{0}; the size is decided at Start, by how fast this computer turns out to be.</source>
        <translation>{0}; die Größe entscheidet sich beim Start, je nachdem, wie schnell dieser Computer ist.</translation>
    </message>
    <message>
        <source>; with so few, expect near copies of them</source>
        <translation>; bei so wenigen sind beinahe Kopien zu erwarten</translation>
    </message>
    <message>
        <source>; this device has too little memory for it: choose a smaller batch</source>
        <translation>; dieses Gerät hat dafür zu wenig Speicher: wählen Sie einen kleineren Batch</translation>
    </message>
    <message>
        <source>, which is little: more minutes make better pictures</source>
        <translation>, was wenig ist: mehr Minuten ergeben bessere Bilder</translation>
    </message>
    <message>
        <source>, shown shifted and altered so that they are not learned by heart</source>
        <translation>, verschoben und verändert gezeigt, damit sie nicht auswendig gelernt werden</translation>
    </message>
    <message>
        <source>, altered as much as it takes for them not to be learned by heart</source>
        <translation>, so weit verändert, dass sie nicht auswendig gelernt werden</translation>
    </message>
    <message>
        <source>Learns which picture belongs to which class, and paints any class by name.</source>
        <translation>Lernt, welches Bild zu welcher Klasse gehört, und malt jede Klasse auf Wunsch.</translation>
    </message>
    <message>
        <source>Pictures sorted into one subfolder for each class, with some hundreds in each.</source>
        <translation>Bilder, je Klasse in einem eigenen Unterordner, mit einigen hundert in jedem.</translation>
    </message>
    <message>
        <source>Fully connected as in the note, or convolutions with projection.</source>
        <translation>Voll verbunden wie im Skript, oder Faltungen mit Projektion.</translation>
    </message>
    <message>
        <source>Norm in the convolutional discriminator: over the batch, over each image (layer), or none.</source>
        <translation>Norm im faltenden Diskriminator: über den Batch, über jedes Bild (layer), oder keine.</translation>
    </message>
    <message>
        <source>Fully connected, widths 128-256, the label behind the noise</source>
        <translation>Voll verbunden, Breiten 128-256, die Klasse hinter dem Rauschen</translation>
    </message>
    <message>
        <source>{0} works from 8 to 128 px, not at {1} px.</source>
        <translation>{0} arbeitet mit 8 bis 128 px, nicht mit {1} px.</translation>
    </message>
    <message>
        <source>Its convolutions work at 16, 32, 64 or 128 px, and where a shorter side of 4 to 7 px doubles, not at {0}; linear takes any size.</source>
        <translation>Seine Faltungen arbeiten mit 16, 32, 64 oder 128 px, und wo sich eine kürzere Seite von 4 bis 7 px verdoppelt, nicht mit {0}; linear nimmt jede Größe.</translation>
    </message>
    <message>
        <source> Labels have to be on.</source>
        <translation> Klassen müssen an sein.</translation>
    </message>
    <message>
        <source>Turns side A into side B by comparing patches, without a way back: lighter and faster than CycleGAN.</source>
        <translation>Verwandelt Seite A in Seite B durch Vergleich von Ausschnitten, ohne Rückweg: leichter und schneller als CycleGAN.</translation>
    </message>
    <message>
        <source>As CycleGAN, when only one direction is wanted, or memory and time are short.</source>
        <translation>Wie CycleGAN, wenn nur eine Richtung gewünscht ist oder Speicher und Zeit knapp sind.</translation>
    </message>
    <message>
        <source>Beside note 4</source>
        <translation>Neben Skript 4</translation>
    </message>
    <message>
        <source>How much it matters that each place stays recognisable (PatchNCE).</source>
        <translation>Wie viel es zählt, dass jede Stelle erkennbar bleibt (PatchNCE).</translation>
    </message>
    <message>
        <source>Pictures of B go through too, and each place must stay recognisable.</source>
        <translation>Auch Bilder von B gehen hindurch, und jede Stelle muss erkennbar bleiben.</translation>
    </message>
    <message>
        <source>Half of the steps see everything mirrored (FastCUT).</source>
        <translation>Die Hälfte der Schritte sieht alles gespiegelt (FastCUT).</translation>
    </message>
    <message>
        <source>Places that are compared with each other.</source>
        <translation>Stellen, die miteinander verglichen werden.</translation>
    </message>
    <message>
        <source>Numbers that a place is described by.</source>
        <translation>Zahlen, durch die eine Stelle beschrieben wird.</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Wie veröffentlicht</translation>
    </message>
    <message>
        <source>Without the identity and with ten times the weight: the lightest</source>
        <translation>Ohne Identität und mit zehnfachem Gewicht: die leichteste</translation>
    </message>
    <message>
        <source>CUT compares both sides with one network: they need the same colours.</source>
        <translation>CUT vergleicht beide Seiten mit einem Netz: sie brauchen dieselben Farben.</translation>
    </message>
    <message>
        <source>Turns the pictures of one folder into the kind of the other and back, without any pairs to learn from.</source>
        <translation>Verwandelt die Bilder des einen Ordners in die Art des anderen und zurück, ohne Paare zum Lernen.</translation>
    </message>
    <message>
        <source>Two folders of a few hundred pictures each that differ in look, not in shape: seasons, styles, materials.</source>
        <translation>Zwei Ordner mit je einigen hundert Bildern, die sich im Aussehen, nicht in der Form unterscheiden: Jahreszeiten, Stile, Materialien.</translation>
    </message>
    <message>
        <source>The generator: residual blocks, or a U-Net, which keeps fine outlines.</source>
        <translation>Der Generator: Residualblöcke, oder ein U-Net, das feine Umrisse behält.</translation>
    </message>
    <message>
        <source>How much it matters that A to B to A gives the same picture again.</source>
        <translation>Wie viel es zählt, dass A nach B nach A wieder dasselbe Bild ergibt.</translation>
    </message>
    <message>
        <source>How much it matters, times the cycle weight, that a picture of B stays as it is on its way to B.</source>
        <translation>Wie viel es zählt, mal dem Zyklusgewicht, dass ein Bild von B auf dem Weg nach B bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Old fakes of each side that are shown to the discriminators again. 0: only new ones.</source>
        <translation>Ältere erzeugte Bilder jeder Seite, die den Diskriminatoren noch einmal gezeigt werden. 0: nur neue.</translation>
    </message>
    <message>
        <source>Zhu et al.: 256 px, 9 residual blocks, 100 + 100 epochs</source>
        <translation>Zhu et al.: 256 px, 9 Residualblöcke, 100 + 100 Epochen</translation>
    </message>
    <message>
        <source>The game and the cycle only, no identity loss</source>
        <translation>Nur das Spiel und der Zyklus, kein Identitätsverlust</translation>
    </message>
    <message>
        <source>Cycle weight</source>
        <translation>Zyklusgewicht</translation>
    </message>
    <message>
        <source>Identity weight</source>
        <translation>Identitätsgewicht</translation>
    </message>
    <message>
        <source>Image pool</source>
        <translation>Bildvorrat</translation>
    </message>
    <message>
        <source>The U-Net halves {0} times: it works at multiples of {1} px.</source>
        <translation>Das U-Net halbiert {0}-mal: es arbeitet mit Vielfachen von {1} px.</translation>
    </message>
    <message>
        <source>The identity loss needs both sides in the same colours: set identity to 0.</source>
        <translation>Der Identitätsverlust braucht beide Seiten in denselben Farben: setzen Sie ihn auf 0.</translation>
    </message>
    <message>
        <source>Transposed convolutions paint from coarse to fine: the first GAN that made convincing small pictures.</source>
        <translation>Transponierte Faltungen malen vom Groben zum Feinen: das erste GAN mit überzeugenden kleinen Bildern.</translation>
    </message>
    <message>
        <source>Notes 1 and 4</source>
        <translation>Skripte 1 und 4</translation>
    </message>
    <message>
        <source>Norm in the discriminator: over the batch, over each image by itself (layer), or none.</source>
        <translation>Norm im Diskriminator: über den Batch, über jedes Bild für sich (layer), oder keine.</translation>
    </message>
    <message>
        <source>Radford et al.</source>
        <translation>Radford et al.</translation>
    </message>
    <message>
        <source>The paper&apos;s networks, 64 channels: 3.6 and 2.8 million weights at 64 px</source>
        <translation>Die Netze der Arbeit, 64 Kanäle: 3,6 und 2,8 Millionen Gewichte bei 64 px</translation>
    </message>
    <message>
        <source>its networks come with it built in.</source>
        <translation>seine Netze bringen sie schon mit.</translation>
    </message>
    <message>
        <source>its discriminator is trained to redraw images as well, with a step of its own.</source>
        <translation>sein Diskriminator lernt auch, Bilder neu zu zeichnen, in einem eigenen Schritt.</translation>
    </message>
    <message>
        <source>Beyond the notes</source>
        <translation>Über die Skripte hinaus</translation>
    </message>
    <message>
        <source>BatchNorm in its discriminator mixes the images of a batch.</source>
        <translation>BatchNorm in seinem Diskriminator vermischt die Bilder eines Batches.</translation>
    </message>
    <message>
        <source>Liu et al.</source>
        <translation>Liu et al.</translation>
    </message>
    <message>
        <source>Fast style</source>
        <translation>Schneller Stil</translation>
    </message>
    <message>
        <source>Learns to draw any picture in the style of one: side A is a folder, side B the style picture.</source>
        <translation>Lernt, jedes Bild im Stil eines einzigen zu zeichnen: Seite A ist ein Ordner, Seite B das Stilbild.</translation>
    </message>
    <message>
        <source>You want many pictures, a video or the camera in one style: one pass each instead of a minute each.</source>
        <translation>Wenn Sie viele Bilder, ein Video oder die Kamera in einem Stil wollen: je ein Durchgang statt je einer Minute.</translation>
    </message>
    <message>
        <source>Pictures per step. Four is the published choice.</source>
        <translation>Bilder je Schritt. Veröffentlicht sind vier.</translation>
    </message>
    <message>
        <source>Begin with the picture as it is and learn what to change: more of the picture, less of the style.</source>
        <translation>Mit dem Bild beginnen, wie es ist, und lernen, was zu ändern ist: mehr vom Bild, weniger vom Stil.</translation>
    </message>
    <message>
        <source>How much style: 0 leaves the pictures as they are, 1 keeps hardly more than outlines.</source>
        <translation>Wie viel Stil: 0 lässt die Bilder, wie sie sind, 1 behält kaum mehr als Umrisse.</translation>
    </message>
    <message>
        <source>How large the strokes are: the style picture is taken so many times as large.</source>
        <translation>Wie groß die Striche sind: das Stilbild wird so vielfach groß genommen.</translation>
    </message>
    <message>
        <source>What a style is: Gram matrices (Johnson, Gatys), or mean and covariance of features.</source>
        <translation>Was ein Stil ist: Gram-Matrizen (Johnson, Gatys), oder Mittelwert und Kovarianz der Merkmale.</translation>
    </message>
    <message>
        <source>How much neighbouring pixels should be alike (total variation).</source>
        <translation>Wie sehr benachbarte Pixel sich gleichen sollen (totale Variation).</translation>
    </message>
    <message>
        <source>Johnson et al.</source>
        <translation>Johnson et al.</translation>
    </message>
    <message>
        <source>it learned by {0}, and {1} is at hand</source>
        <translation>es lernte mit {0}, und {1} ist zur Hand</translation>
    </message>
    <message>
        <source>There is no recipe called {0}. There are: {1}.</source>
        <translation>Ein Rezept {0} gibt es nicht. Es gibt: {1}.</translation>
    </message>
    <message>
        <source>Fully connected layers on plain pixels: the original GAN, fast enough to watch on any computer.</source>
        <translation>Voll verbundene Schichten auf bloßen Pixeln: das ursprüngliche GAN, schnell genug zum Zusehen auf jedem Computer.</translation>
    </message>
    <message>
        <source>Small grey pictures up to 32 px, and for seeing how a GAN behaves within seconds.</source>
        <translation>Kleine graue Bilder bis 32 px, und um in Sekunden zu sehen, wie sich ein GAN verhält.</translation>
    </message>
    <message>
        <source>Notes 1, 3, 4 and 5</source>
        <translation>Skripte 1, 3, 4 und 5</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels: 28, or 42x28 where they differ.</source>
        <translation>Breite und Höhe der gelernten Bilder in Pixeln: 28, oder 42x28, wo sie verschieden sind.</translation>
    </message>
    <message>
        <source>Sizes of the generator&apos;s hidden layers, first to last.</source>
        <translation>Größen der verborgenen Schichten des Generators, erste bis letzte.</translation>
    </message>
    <message>
        <source>Where the generator has BatchNorm: nowhere, after the first layer, on all hidden, on all.</source>
        <translation>Wo der Generator BatchNorm hat: nirgends, nach der ersten Schicht, auf allen verborgenen, auf allen.</translation>
    </message>
    <message>
        <source>The generator&apos;s activation: LeakyReLU with slope 0.2, or ReLU.</source>
        <translation>Die Aktivierung des Generators: LeakyReLU mit Steigung 0,2, oder ReLU.</translation>
    </message>
    <message>
        <source>Sizes of the discriminator&apos;s hidden layers, first to last.</source>
        <translation>Größen der verborgenen Schichten des Diskriminators, erste bis letzte.</translation>
    </message>
    <message>
        <source>BatchNorm on the discriminator&apos;s last hidden layers (all but the first).</source>
        <translation>BatchNorm auf den letzten verborgenen Schichten des Diskriminators (allen außer der ersten).</translation>
    </message>
    <message>
        <source>Share of the discriminator&apos;s hidden units that are silenced at random each step.</source>
        <translation>Anteil der verborgenen Einheiten des Diskriminators, die je Schritt zufällig stumm sind.</translation>
    </message>
    <message>
        <source>Widths 256-512-1024 with BatchNorm after the second and third, weights from N(0, 0.03)</source>
        <translation>Breiten 256-512-1024 mit BatchNorm nach der zweiten und dritten, Gewichte aus N(0, 0,03)</translation>
    </message>
    <message>
        <source>BatchNorm on every layer of the generator (the last one too), Adam&apos;s own betas, smoothed labels</source>
        <translation>BatchNorm auf jeder Schicht des Generators (auch der letzten), Adams eigene Betas, geglättete Ziele</translation>
    </message>
    <message>
        <source>Widths 128-256-512, BatchNorm after the first, dropout 0.3 in the discriminator</source>
        <translation>Breiten 128-256-512, BatchNorm nach der ersten, Dropout 0,3 im Diskriminator</translation>
    </message>
    <message>
        <source>ReLU, BatchNorm on every hidden layer, latents drawn evenly from 0 to 1, three dropout layers</source>
        <translation>ReLU, BatchNorm auf jeder verborgenen Schicht, z gleichmäßig von 0 bis 1, drei Dropout-Schichten</translation>
    </message>
    <message>
        <source>Fully connected layers this wide learn slowly; a convolutional recipe suits such sizes better.</source>
        <translation>So breite voll verbundene Schichten lernen langsam; ein faltendes Rezept passt besser zu solchen Größen.</translation>
    </message>
    <message>
        <source>{0} takes up to 12 layer sizes from 1 to 8192, such as 128,256,512; not {1}.</source>
        <translation>{0} nimmt bis zu 12 Schichtgrößen von 1 bis 8192, etwa 128,256,512; nicht {1}.</translation>
    </message>
    <message>
        <source>its layers scale their own weights (equalised learning rate).</source>
        <translation>seine Schichten skalieren ihre Gewichte selbst (angeglichene Lernrate).</translation>
    </message>
    <message>
        <source>its discriminator always compares the images of a group (minibatch stddev).</source>
        <translation>sein Diskriminator vergleicht immer die Bilder einer Gruppe (Batch-Streuung).</translation>
    </message>
    <message>
        <source>the networks grow one by one, a jury would have to grow with them.</source>
        <translation>die Netze wachsen eines nach dem anderen, eine Jury müsste mitwachsen.</translation>
    </message>
    <message>
        <source>Learns 4 px pictures first, then doubles the size again and again, each doubling faded in.</source>
        <translation>Lernt zuerst Bilder mit 4 px und verdoppelt die Größe immer wieder, jede Verdopplung eingeblendet.</translation>
    </message>
    <message>
        <source>With neither a fade nor a hold the networks do not grow at all; give one of them some thousand images.</source>
        <translation>Ohne Einblenden und Halten wachsen die Netze gar nicht; geben Sie einem davon einige tausend Bilder.</translation>
    </message>
    <message>
        <source>its generator normalises z.</source>
        <translation>sein Generator normiert z.</translation>
    </message>
    <message>
        <source>Karras et al.</source>
        <translation>Karras et al.</translation>
    </message>
    <message>
        <source>its weights begin at sizes that only fit plain layers (Fix-up).</source>
        <translation>seine Gewichte beginnen mit Größen, die nur zu schlichten Schichten passen (Fix-up).</translation>
    </message>
    <message>
        <source>A modern plain GAN: every real is judged against a fake, and two penalties make it converge.</source>
        <translation>Ein modernes schlichtes GAN: jedes echte Bild wird an einem erzeugten gemessen, und zwei Strafen lassen es konvergieren.</translation>
    </message>
    <message>
        <source>Best final pictures from thousands of images, given a night on a GPU.</source>
        <translation>Die besten Bilder aus Tausenden, mit einer Nacht auf einer GPU.</translation>
    </message>
    <message>
        <source>Residual blocks for each size.</source>
        <translation>Residualblöcke für jede Größe.</translation>
    </message>
    <message>
        <source>width takes a multiple of 8 here, not {0}.</source>
        <translation>width nimmt hier ein Vielfaches von 8, nicht {0}.</translation>
    </message>
    <message>
        <source>Longer side of the result. A good picture takes about 20 s at 256 px and 2 minutes at 512 px.</source>
        <translation>Längere Seite des Ergebnisses. Ein gutes Bild dauert etwa 20 s bei 256 px und 2 Minuten bei 512 px.</translation>
    </message>
    <message>
        <source>How much style: 0 leaves the picture as it is, 1 keeps hardly more than its outlines.</source>
        <translation>Wie viel Stil: 0 lässt das Bild, wie es ist, 1 behält kaum mehr als seine Umrisse.</translation>
    </message>
    <message>
        <source>How large the strokes are, compared with those of the style picture at the size of the result.</source>
        <translation>Wie groß die Striche sind, verglichen mit denen des Stilbildes in der Größe des Ergebnisses.</translation>
    </message>
    <message>
        <source>Take the strokes and leave the colours of the picture.</source>
        <translation>Die Striche nehmen und die Farben des Bildes lassen.</translation>
    </message>
    <message>
        <source>What a style is: Gram matrices (Gatys), or mean and covariance of features.</source>
        <translation>Was ein Stil ist: Gram-Matrizen (Gatys), oder Mittelwert und Kovarianz der Merkmale.</translation>
    </message>
    <message>
        <source>Steps at each size, from 128 px up.</source>
        <translation>Schritte bei jeder Größe, ab 128 px.</translation>
    </message>
    <message>
        <source>A mapping network turns noise into styles that steer every layer: the best known pictures and latent space.</source>
        <translation>Ein Abbildungsnetz macht aus Rauschen Stile, die jede Schicht steuern: die besten bekannten Bilder und der beste latente Raum.</translation>
    </message>
    <message>
        <source>its mapping normalises z.</source>
        <translation>seine Abbildung normiert z.</translation>
    </message>
    <message>
        <source>Share of the batches in which the layers from a random one on take another style.</source>
        <translation>Anteil der Batches, in denen die Schichten ab einer zufälligen einen anderen Stil nehmen.</translation>
    </message>
    <message>
        <source>Numbers in w.</source>
        <translation>Zahlen in w.</translation>
    </message>
    <message>
        <source>A layer of N px has this many channels divided by N, 32768 above 256 px in the paper.</source>
        <translation>Eine Schicht von N px hat so viele Kanäle geteilt durch N, in der Arbeit 32768 oberhalb von 256 px.</translation>
    </message>
    <message>
        <source>Most channels of a layer.</source>
        <translation>Die meisten Kanäle einer Schicht.</translation>
    </message>
    <message>
        <source>Residual ways around the discriminator&apos;s blocks.</source>
        <translation>Residualwege um die Blöcke des Diskriminators.</translation>
    </message>
    <message>
        <source>Few images</source>
        <translation>Wenige Bilder</translation>
    </message>
    <message>
        <source>For 100 to 2,000 images: DiffAugment, strong R1 (gamma 10), 300 kimg</source>
        <translation>Für 100 bis 2.000 Bilder: DiffAugment, starkes R1 (Gamma 10), 300 kimg</translation>
    </message>
    <message>
        <source>For 2,000 to 100,000 images: ADA holds the discriminator back as far as needed</source>
        <translation>Für 2.000 bis 100.000 Bilder: ADA bremst den Diskriminator, so weit es nötig ist</translation>
    </message>
    <message>
        <source>Eight mapping layers and path length regularisation, as published for 256 px</source>
        <translation>Acht Abbildungsschichten und Pfadlängenregularisierung, wie für 256 px veröffentlicht</translation>
    </message>
    <message>
        <source>Karras et al. 1024</source>
        <translation>Karras et al. 1024</translation>
    </message>
    <message>
        <source>As published for 1024 px, with gamma by the rule 0.0002 x 1024² / batch</source>
        <translation>Wie für 1024 px veröffentlicht, mit Gamma nach der Regel 0,0002 x 1024² / Batch</translation>
    </message>
    <message>
        <source>Group of minibatch stddev</source>
        <translation>Gruppe der Batch-Streuung</translation>
    </message>
    <message>
        <source>Eight mapping layers, 512 channels, R1 with gamma 10, 600 thousand images a stage</source>
        <translation>Acht Abbildungsschichten, 512 Kanäle, R1 mit Gamma 10, 600 Tausend Bilder je Stufe</translation>
    </message>
    <message>
        <source>Known are RRDB (ESRGAN, Real-ESRGAN) in its three layouts, compact SRVGG and SRResNet.</source>
        <translation>Bekannt sind RRDB (ESRGAN, Real-ESRGAN) in seinen drei Anordnungen, kompaktes SRVGG und SRResNet.</translation>
    </message>
    <message>
        <source>something with {0} tensors, the first of which is called {1}</source>
        <translation>etwas mit {0} Tensoren, deren erster {1} heißt</translation>
    </message>
    <message>
        <source>a SwinIR, HAT or another transformer</source>
        <translation>ein SwinIR, HAT oder ein anderer Transformer</translation>
    </message>
    <message>
        <source>a network that names what is in a picture</source>
        <translation>ein Netz, das benennt, was auf einem Bild ist</translation>
    </message>
    <message>
        <source>a StyleGAN or a restorer of faces such as GFPGAN</source>
        <translation>ein StyleGAN oder ein Wiederhersteller von Gesichtern wie GFPGAN</translation>
    </message>
    <message>
        <source>a kind of RRDB with parts of its own</source>
        <translation>eine Art RRDB mit eigenen Teilen</translation>
    </message>
    <message>
        <source>a discriminator, which judges pictures and makes none</source>
        <translation>ein Diskriminator, der Bilder beurteilt und keine macht</translation>
    </message>
    <message>
        <source>an EDSR, RCAN or another network of that family</source>
        <translation>ein EDSR, RCAN oder ein anderes Netz dieser Familie</translation>
    </message>
    <message>
        <source>seems to be {0}</source>
        <translation>scheint {0} zu sein</translation>
    </message>
    <message>
        <source>takes pictures in an unknown way</source>
        <translation>nimmt Bilder auf unbekannte Weise</translation>
    </message>
    <message>
        <source>has an unknown last layer</source>
        <translation>hat eine unbekannte letzte Schicht</translation>
    </message>
    <message>
        <source>enlarges by an unknown factor</source>
        <translation>vergrößert um einen unbekannten Faktor</translation>
    </message>
    <message>
        <source>SRResNet x{0}, {1} blocks</source>
        <translation>SRResNet x{0}, {1} Blöcke</translation>
    </message>
    <message>
        <source>SRResNet with BatchNorm x{0}, {1} blocks</source>
        <translation>SRResNet mit BatchNorm x{0}, {1} Blöcke</translation>
    </message>
    <message>
        <source>lacks a convolution that its kind has ({0})</source>
        <translation>fehlt eine Faltung, die seine Art hat ({0})</translation>
    </message>
    <message>
        <source>is too wide ({0})</source>
        <translation>ist zu breit ({0})</translation>
    </message>
    <message>
        <source>has too many layers, or none</source>
        <translation>hat zu viele Schichten, oder keine</translation>
    </message>
    <message>
        <source>{0} holds no network that enlarges pictures here: it {1}. {2}</source>
        <translation>{0} enthält kein Netz, das hier Bilder vergrößert: es {1}. {2}</translation>
    </message>
    <message>
        <source>{0} holds {1} that does not fit: {2}. {3}</source>
        <translation>{0} enthält {1}, das nicht passt: {2}. {3}</translation>
    </message>
    <message>
        <source>Learns to make small pictures of your kind larger: first as right as can be, then with sharp detail.</source>
        <translation>Lernt, kleine Bilder Ihrer Art größer zu machen: zuerst so richtig wie möglich, dann mit scharfen Einzelheiten.</translation>
    </message>
    <message>
        <source>A folder of a few hundred sharp pictures, and small ones of the same kind that should be larger.</source>
        <translation>Ein Ordner mit einigen hundert scharfen Bildern, und kleine derselben Art, die größer werden sollen.</translation>
    </message>
    <message>
        <source>Width and height of the large patches that it learns from, in pixels.</source>
        <translation>Breite und Höhe der großen Ausschnitte, von denen es lernt, in Pixeln.</translation>
    </message>
    <message>
        <source>Patches per step. Sixteen is the published choice.</source>
        <translation>Ausschnitte je Schritt. Veröffentlicht sind sechzehn.</translation>
    </message>
    <message>
        <source>How many times larger pictures become.</source>
        <translation>Wievielmal größer Bilder werden.</translation>
    </message>
    <message>
        <source>Pictures are prepared larger than the patch by this factor, and a random part is cut out each time.</source>
        <translation>Bilder werden um diesen Faktor größer als der Ausschnitt vorbereitet, und jedes Mal wird ein zufälliger Teil ausgeschnitten.</translation>
    </message>
    <message>
        <source>Show each patch mirrored or turned by quarters at random.</source>
        <translation>Jeden Ausschnitt zufällig gespiegelt oder um Viertel gedreht zeigen.</translation>
    </message>
    <message>
        <source>Let the first losses ask for somewhat sharper pictures than there are.</source>
        <translation>Die ersten Verluste dürfen etwas schärfere Bilder verlangen, als es gibt.</translation>
    </message>
    <message>
        <source>The network: compact (fast), SRResNet with and without BatchNorm, or dense blocks (slow, best).</source>
        <translation>Das Netz: kompakt (schnell), SRResNet mit und ohne BatchNorm, oder dichte Blöcke (langsam, am besten).</translation>
    </message>
    <message>
        <source>Channels inside the generator.</source>
        <translation>Kanäle im Generator.</translation>
    </message>
    <message>
        <source>Blocks of the generator, or convolutions of the compact one. 0: 16, and 23 dense blocks, as published.</source>
        <translation>Blöcke des Generators, oder Faltungen des kompakten. 0: 16, und 23 dichte Blöcke, wie veröffentlicht.</translation>
    </message>
    <message>
        <source>What judges: whole patches (vgg), or every pixel (unet).</source>
        <translation>Was urteilt: über ganze Ausschnitte (vgg) oder über jedes Pixel (unet).</translation>
    </message>
    <message>
        <source>Thousand patches of the first stage, which learns to be right. 0: the GAN begins at once.</source>
        <translation>Tausend Ausschnitte der ersten Stufe, die Richtigkeit lernt. 0: das GAN beginnt sofort.</translation>
    </message>
    <message>
        <source>Thousand patches after which the second stage is done: its rates are halved four times on the way.</source>
        <translation>Tausend Ausschnitte, nach denen die zweite Stufe fertig ist: ihre Raten werden unterwegs viermal halbiert.</translation>
    </message>
    <message>
        <source>Learning rate of the first stage.</source>
        <translation>Lernrate der ersten Stufe.</translation>
    </message>
    <message>
        <source>Learning rate of the generator in the second stage.</source>
        <translation>Lernrate des Generators in der zweiten Stufe.</translation>
    </message>
    <message>
        <source>How much it still matters in the second stage to be right, pixel by pixel.</source>
        <translation>Wie viel es in der zweiten Stufe noch zählt, Pixel für Pixel richtig zu sein.</translation>
    </message>
    <message>
        <source>How much it matters that a network sees the same in both: yours if its weights are here, else the discriminator.</source>
        <translation>Wie viel es zählt, dass ein Netz in beiden dasselbe sieht: Ihres, wenn seine Gewichte hier sind, sonst der Diskriminator.</translation>
    </message>
    <message>
        <source>Of VGG, what is compared: its last layer, as in SRGAN, or five of them, as in Real-ESRGAN.</source>
        <translation>Was von VGG verglichen wird: seine letzte Schicht wie in SRGAN, oder fünf wie in Real-ESRGAN.</translation>
    </message>
    <message>
        <source>How much it matters to pass for real.</source>
        <translation>Wie viel es zählt, für echt zu gelten.</translation>
    </message>
    <message>
        <source>The discriminator says which of two is more real, rather than what is real.</source>
        <translation>Der Diskriminator sagt, welches von zweien echter ist, statt was echt ist.</translation>
    </message>
    <message>
        <source>SRResNet with BatchNorm, 4 times, as published</source>
        <translation>SRResNet mit BatchNorm, 4-fach, wie veröffentlicht</translation>
    </message>
    <message>
        <source>A small compact network, 4 times: learns within minutes, without a GPU</source>
        <translation>Ein kleines kompaktes Netz, 4-fach: lernt in Minuten, ohne GPU</translation>
    </message>
    <message>
        <source>First stage</source>
        <translation>Erste Stufe</translation>
    </message>
    <message>
        <source>Second stage</source>
        <translation>Zweite Stufe</translation>
    </message>
    <message>
        <source>The vgg discriminator halves down to 4 px: it takes patches of 16, 32, 64, 128 and 256 px.</source>
        <translation>Der vgg-Diskriminator halbiert bis 4 px: er nimmt Ausschnitte von 16, 32, 64, 128 und 256 px.</translation>
    </message>
    <message>
        <source>BatchNorm compares the patches of a step: it needs at least 2 of them.</source>
        <translation>BatchNorm vergleicht die Ausschnitte eines Schritts: es braucht mindestens 2 davon.</translation>
    </message>
    <message>
        <source>Without a first stage the GAN has nothing right to begin with, and often learns black or noise.</source>
        <translation>Ohne erste Stufe hat das GAN nichts Richtiges zum Anfangen und lernt oft Schwarz oder Rauschen.</translation>
    </message>
    <message>
        <source>it learned with what {0} sees, and here is {1}: give the same weights again</source>
        <translation>es lernte mit dem, was {0} sieht, und hier ist {1}: geben Sie dieselben Gewichte wieder</translation>
    </message>
    <message>
        <source>{0} enlarges {1} times, not {2}: choose at most {3}, or enlarge the results once more.</source>
        <translation>{0} vergrößert {1}-fach, nicht {2}-fach: wählen Sie höchstens {3}, oder vergrößern Sie die Ergebnisse noch einmal.</translation>
    </message>
    <message>
        <source>Width and height of the images it learns, in pixels: 128, or 192x128 where they differ.</source>
        <translation>Breite und Höhe der gelernten Bilder in Pixeln: 128, oder 192x128, wo sie verschieden sind.</translation>
    </message>
    <message>
        <source>Pictures of each side per step. One is the published choice.</source>
        <translation>Bilder jeder Seite je Schritt. Veröffentlicht ist eines.</translation>
    </message>
    <message>
        <source>Split each step&apos;s pictures into so many parts, one after the other: the same step in less memory.</source>
        <translation>Die Bilder jedes Schritts in so viele Teile teilen, einen nach dem anderen: derselbe Schritt mit weniger Speicher.</translation>
    </message>
    <message>
        <source>Pictures are prepared larger by this factor and a random part is cut out each time (286 to 256 px).</source>
        <translation>Bilder werden um diesen Faktor größer vorbereitet, und jedes Mal wird ein zufälliger Teil ausgeschnitten (286 auf 256 px).</translation>
    </message>
    <message>
        <source>Show each picture mirrored half of the time. Not for text.</source>
        <translation>Jedes Bild in der Hälfte der Fälle gespiegelt zeigen. Nicht für Schrift.</translation>
    </message>
    <message>
        <source>Learning rate of the generators.</source>
        <translation>Lernrate der Generatoren.</translation>
    </message>
    <message>
        <source>Epochs at the full learning rate. A budget of steps or kimg is divided between these and the falling ones.</source>
        <translation>Epochen mit voller Lernrate. Ein Budget aus Schritten oder kimg wird auf diese und die fallenden verteilt.</translation>
    </message>
    <message>
        <source>{0} works where both sides are multiples of 4 from 16 to 512 px and one is at most {1} times the other, such as {2} px, not at {3} px.</source>
        <translation>{0} arbeitet, wo beide Seiten Vielfache von 4 zwischen 16 und 512 px sind und eine höchstens das {1}-fache der anderen, etwa {2} px, nicht mit {3} px.</translation>
    </message>
    <message>
        <source>Residual blocks of the generator. 0: 6 up to 128 px and 9 above, as published.</source>
        <translation>Residualblöcke des Generators. 0: 6 bis 128 px und 9 darüber, wie veröffentlicht.</translation>
    </message>
    <message>
        <source>How the generator enlarges: transposed convolutions, or nearest, then a convolution (no chequered pattern).</source>
        <translation>Wie der Generator vergrößert: transponierte Faltungen, oder nächster Nachbar und dann eine Faltung (kein Schachbrettmuster).</translation>
    </message>
    <message>
        <source>How far the discriminator sees: 3 layers judge patches of 70 px, 1 layer 16 px. Small pictures get fewer.</source>
        <translation>Wie weit der Diskriminator sieht: 3 Schichten beurteilen Ausschnitte von 70 px, 1 Schicht 16 px. Kleine Bilder bekommen weniger.</translation>
    </message>
    <message>
        <source>Grey on one side and colour on the other, or both as the pictures are prepared.</source>
        <translation>Grau auf einer Seite und Farbe auf der anderen, oder beide, wie die Bilder vorbereitet sind.</translation>
    </message>
    <message>
        <source>Compute parts twice rather than keep them: a third slower, and far less memory.</source>
        <translation>Teile zweimal rechnen, statt sie zu behalten: ein Drittel langsamer und viel weniger Speicher.</translation>
    </message>
    <message>
        <source>What the networks play for.</source>
        <translation>Worum die Netze spielen.</translation>
    </message>
    <message>
        <source>Learning rate of the discriminators.</source>
        <translation>Lernrate der Diskriminatoren.</translation>
    </message>
    <message>
        <source>batch {0} cannot be split into {1} equal parts.</source>
        <translation>Batch {0} lässt sich nicht in {1} gleiche Teile teilen.</translation>
    </message>
    <message>
        <source>grey to colour</source>
        <translation>Grau zu Farbe</translation>
    </message>
    <message>
        <source>colour to grey</source>
        <translation>Farbe zu Grau</translation>
    </message>
    <message>
        <source>it keeps {0} old pictures, here are {1}</source>
        <translation>es behält {0} alte Bilder, hier sind {1}</translation>
    </message>
    <message>
        <source>Enlarges by repeating pixels and smooths by convolutions: no checkerboard patterns, any size.</source>
        <translation>Vergrößert durch Wiederholen von Pixeln und glättet mit Faltungen: kein Schachbrettmuster, jede Größe.</translation>
    </message>
    <message>
        <source>Odena, Dumoulin, Olah 2016, Deconvolution and Checkerboard Artifacts, distill.pub</source>
        <translation>Odena, Dumoulin, Olah 2016, Deconvolution and Checkerboard Artifacts, distill.pub</translation>
    </message>
    <message>
        <source>Channels of the widest-resolution layer.</source>
        <translation>Kanäle der Schicht mit der größten Auflösung.</translation>
    </message>
    <message>
        <source>Share of the discriminator&apos;s features that are silenced at random each step (style notes).</source>
        <translation>Anteil der Merkmale des Diskriminators, die je Schritt zufällig stumm sind (Art notes).</translation>
    </message>
    <message>
        <source>The note&apos;s networks for 32 px: dropout 0.25, batches of 32</source>
        <translation>Die Netze des Skripts für 32 px: Dropout 0,25, Batches zu 32</translation>
    </message>
    <message>
        <source>Spectral norm, R1 every 16 steps and small shifts instead of BatchNorm and dropout</source>
        <translation>Spektralnorm, R1 alle 16 Schritte und kleine Verschiebungen statt BatchNorm und Dropout</translation>
    </message>
    <message>
        <source>{0} works from 8 to 256 px, not at {1} px.</source>
        <translation>{0} arbeitet mit 8 bis 256 px, nicht mit {1} px.</translation>
    </message>
    <message>
        <source>The deep style halves down to 4 px: use{0} 16, 32, 64, 128 or 256 px, not {1}.</source>
        <translation>Die Art deep halbiert bis 4 px: nehmen Sie{0} 16, 32, 64, 128 oder 256 px, nicht {1}.</translation>
    </message>
    <message>
        <source> {0} px, or</source>
        <translation> {0} px, oder</translation>
    </message>
    <message>
        <source>Notes 2 and 4</source>
        <translation>Skripte 2 und 4</translation>
    </message>
    <message>
        <source>A Wasserstein critic whose slope is held at 1 by a penalty instead of clipping its weights.</source>
        <translation>Ein Wasserstein-Kritiker, dessen Steigung durch eine Strafe bei 1 gehalten wird, statt seine Gewichte zu begrenzen.</translation>
    </message>
    <message>
        <source>Arjovsky et al.</source>
        <translation>Arjovsky et al.</translation>
    </message>
    <message>
        <source>RMSprop at 0.00005, weights cut to 0.01, five critic steps, 64 channels</source>
        <translation>RMSprop mit 0,00005, Gewichte auf 0,01 begrenzt, fünf Kritikerschritte, 64 Kanäle</translation>
    </message>
    <message>
        <source>Gulrajani et al.</source>
        <translation>Gulrajani et al.</translation>
    </message>
    <message>
        <source>linear head on {0}</source>
        <translation>lineare Schicht auf {0}</translation>
    </message>
    <message>
        <source>ResNet-18 of torchvision, from the beginning</source>
        <translation>ResNet-18 aus torchvision, von Anfang an</translation>
    </message>
    <message>
        <source>Copies can be told only among four training images or more.</source>
        <translation>Kopien lassen sich nur unter vier oder mehr Trainingsbildern erkennen.</translation>
    </message>
    <message>
        <source>A score needs the features of at least two images on each side.</source>
        <translation>Eine Bewertung braucht die Merkmale von mindestens zwei Bildern auf jeder Seite.</translation>
    </message>
    <message>
        <source>Some features are not finite: the images or the feature extractor are broken.</source>
        <translation>Einige Merkmale sind nicht endlich: die Bilder oder das Merkmalsnetz sind kaputt.</translation>
    </message>
    <message>
        <source>{0} has weights of an architecture that is not known here. Known are Inception v3, SqueezeNet 1.1, VGG16, VGG19 and the CIFAR-10 ResNet-20.</source>
        <translation>{0} hat Gewichte einer Architektur, die hier nicht bekannt ist. Bekannt sind Inception v3, SqueezeNet 1.1, VGG16, VGG19 und das CIFAR-10 ResNet-20.</translation>
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
        <translation>Es gibt keine Bilder zum Bewerten.</translation>
    </message>
    <message>
        <source>built-in statistics</source>
        <translation>eingebaute Statistik</translation>
    </message>
    <message>
        <source>{0} is neither a file with weights nor one of: builtin, inception.</source>
        <translation>{0} ist weder eine Datei mit Gewichten noch eines von: builtin, inception.</translation>
    </message>
    <message>
        <source>These weights do not fit the architecture they look like: {0} differs.</source>
        <translation>Diese Gewichte passen nicht zu der Architektur, nach der sie aussehen: {0} weicht ab.</translation>
    </message>
    <message>
        <source>These weights hold invalid numbers.</source>
        <translation>Diese Gewichte enthalten ungültige Zahlen.</translation>
    </message>
    <message>
        <source>Inception v3 is not here yet ({0} MB): say --download to fetch it once, or give a file with its weights to --features.</source>
        <translation>Inception v3 ist noch nicht hier ({0} MB): mit --download wird es einmal geholt, oder geben Sie eine Datei mit den Gewichten an --features.</translation>
    </message>
    <message>
        <source>{0} is not the file that was published (checksum): remove it and say --download, or give it with --features if you trust it.</source>
        <translation>{0} ist nicht die veröffentlichte Datei (Prüfsumme): entfernen Sie sie und sagen Sie --download, oder geben Sie sie mit --features an, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>{0} could not be fetched ({1}); fetch it elsewhere and give the file with --features.</source>
        <translation>{0} konnte nicht geholt werden ({1}); holen Sie es anderswo und geben Sie die Datei mit --features an.</translation>
    </message>
    <message>
        <source>{0} sent other bytes than promised (checksum); they were not kept.</source>
        <translation>{0} schickte andere Bytes als versprochen (Prüfsumme); sie wurden nicht behalten.</translation>
    </message>
    <message>
        <source>{0} sends more than promised; it was not kept.</source>
        <translation>{0} schickt mehr als versprochen; es wurde nicht behalten.</translation>
    </message>
    <message>
        <source>N is {0}, which biases {1}: compare only with scores of the same N and features.</source>
        <translation>N ist {0}, das verzerrt {1}: vergleichen Sie nur Bewertungen mit gleichem N und gleichen Merkmalen.</translation>
    </message>
    <message>
        <source>With built-in features noise can pass for precision and density: go by coverage and recall.</source>
        <translation>Mit eingebauten Merkmalen kann Rauschen für Precision und Density durchgehen: richten Sie sich nach Coverage und Recall.</translation>
    </message>
    <message>
        <source>these features come without classes; take Inception v3 (--features inception).</source>
        <translation>diese Merkmale kommen ohne Klassen; nehmen Sie Inception v3 (--features inception).</translation>
    </message>
    <message>
        <source>IS of the real images</source>
        <translation>IS der echten Bilder</translation>
    </message>
    <message>
        <source>copies held out</source>
        <translation>Kopien zurückgehaltener</translation>
    </message>
    <message>
        <source>FID of real against real, half N</source>
        <translation>FID von echt gegen echt, halbes N</translation>
    </message>
    <message>
        <source>These scores look at {0} neighbours, so they need more than {1} images.</source>
        <translation>Diese Bewertungen sehen {0} Nachbarn an und brauchen deshalb mehr als {1} Bilder.</translation>
    </message>
    <message>
        <source>{0} points ({1} to {2})</source>
        <translation>{0} Punkte ({1} bis {2})</translation>
    </message>
    <message>
        <source>An interval needs two pairs of trainings or more.</source>
        <translation>Ein Intervall braucht zwei Paare von Trainings oder mehr.</translation>
    </message>
    <message>
        <source>made no difference</source>
        <translation>machte keinen Unterschied</translation>
    </message>
    <message>
        <source>{0} is not there; name a file with the weights of SqueezeNet 1.1.</source>
        <translation>{0} ist nicht da; nennen Sie eine Datei mit den Gewichten von SqueezeNet 1.1.</translation>
    </message>
    <message>
        <source>{0} is not the file that was published (checksum): remove it and fetch it again.</source>
        <translation>{0} ist nicht die veröffentlichte Datei (Prüfsumme): entfernen Sie sie und holen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Style is seen with SqueezeNet 1.1, whose weights are not here yet: give a file with them (`ganstudio style --features FILE`, or on the page Enhance), or fetch it once ({0} MB, `ganstudio style --download`).</source>
        <translation>Stil wird mit SqueezeNet 1.1 gesehen, dessen Gewichte noch nicht hier sind: geben Sie eine Datei mit ihnen an (`ganstudio style --features FILE`, oder auf der Seite Verbessern), oder holen Sie sie einmal ({0} MB, `ganstudio style --download`).</translation>
    </message>
    <message>
        <source>{0} cannot compare pictures: give weights of SqueezeNet 1.1 or VGG.</source>
        <translation>{0} kann keine Bilder vergleichen: geben Sie Gewichte von SqueezeNet 1.1 oder VGG an.</translation>
    </message>
    <message>
        <source>the discriminator is calibrated on {0} held-out pictures or more</source>
        <translation>der Diskriminator wird an {0} oder mehr zurückgehaltenen Bildern geeicht</translation>
    </message>
    <message>
        <source>Its pictures are {0}.</source>
        <translation>Seine Bilder sind {0}.</translation>
    </message>
    <message>
        <source>, and to the eye of a network {0} {1}</source>
        <translation>, und für das Auge eines Netzes {0} {1}</translation>
    </message>
    <message>
        <source>The losses are no longer numbers (NaN or infinite).</source>
        <translation>Die Verluste sind keine Zahlen mehr (NaN oder unendlich).</translation>
    </message>
    <message>
        <source>Go back to the last checkpoint with half the learning rates.</source>
        <translation>Gehen Sie mit halben Lernraten zum letzten Checkpoint zurück.</translation>
    </message>
    <message>
        <source>The enlarged pictures are black.</source>
        <translation>Die vergrößerten Bilder sind schwarz.</translation>
    </message>
    <message>
        <source>Go back to the end of the first stage; halve the adversarial weight or the generator&apos;s learning rate.</source>
        <translation>Gehen Sie zum Ende der ersten Stufe zurück; halbieren Sie das Gegnergewicht oder die Lernrate des Generators.</translation>
    </message>
    <message>
        <source>The colours have shifted: they are off by {0} of 255 on average.</source>
        <translation>Die Farben haben sich verschoben: im Mittel um {0} von 255.</translation>
    </message>
    <message>
        <source>Raise the fidelity weight, which holds the colours.</source>
        <translation>Heben Sie das Treuegewicht, das die Farben hält.</translation>
    </message>
    <message>
        <source>There is a chequered pattern in the enlarged pictures.</source>
        <translation>In den vergrößerten Bildern ist ein Schachbrettmuster.</translation>
    </message>
    <message>
        <source>It mostly goes when it trains for longer; else halve the learning rates, or take the rrdb generator.</source>
        <translation>Es vergeht meist bei längerem Training; sonst halbieren Sie die Lernraten, oder nehmen Sie den Generator rrdb.</translation>
    </message>
    <message>
        <source>Stop here: the best checkpoint is kept. A smaller adversarial weight helps, or a blend of both stages.</source>
        <translation>Stoppen Sie hier: der beste Checkpoint ist behalten. Ein kleineres Gewicht des Diskriminators hilft, oder eine Mischung beider Stufen.</translation>
    </message>
    <message>
        <source>It has only just begun: it is measured on pictures that it does not learn from.</source>
        <translation>Es hat eben erst begonnen: gemessen wird an Bildern, von denen es nicht lernt.</translation>
    </message>
    <message>
        <source>The second stage has cost {0} dB, and the usual price is {1}.</source>
        <translation>Die zweite Stufe hat {0} dB gekostet, üblich sind {1}.</translation>
    </message>
    <message>
        <source>Artefacts grow: it gets worse by both measures, score after score.</source>
        <translation>Artefakte nehmen zu: es wird nach beiden Maßen schlechter, Bewertung um Bewertung.</translation>
    </message>
    <message>
        <source>The second stage has begun: pictures become sharper, and PSNR falls by about {0} dB, as published. That is no fault.</source>
        <translation>Die zweite Stufe hat begonnen: Bilder werden schärfer, und PSNR fällt um etwa {0} dB, wie veröffentlicht. Das ist kein Fehler.</translation>
    </message>
    <message>
        <source>Afterwards one slider blends the two stages, on the page Enhance.</source>
        <translation>Danach mischt ein Regler die beiden Stufen, auf der Seite Verbessern.</translation>
    </message>
    <message>
        <source>D(held out)</source>
        <translation>D(zurückgehalten)</translation>
    </message>
    <message>
        <source>The training images are almost all the same: there is little to learn from them.</source>
        <translation>Die Trainingsbilder sind beinahe alle gleich: von ihnen ist wenig zu lernen.</translation>
    </message>
    <message>
        <source>Add different images.</source>
        <translation>Fügen Sie andere Bilder hinzu.</translation>
    </message>
    <message>
        <source>It learns, but slowly.</source>
        <translation>Es lernt, aber langsam.</translation>
    </message>
    <message>
        <source>Learning well.</source>
        <translation>Es lernt gut.</translation>
    </message>
    <message>
        <source>Pictures that go there and back come back {0} off</source>
        <translation>Bilder, die hin und zurück gehen, kommen um {0} verändert zurück</translation>
    </message>
    <message>
        <source>Places are found again better and better.</source>
        <translation>Stellen werden immer besser wiedergefunden.</translation>
    </message>
    <message>
        <source>The style comes nearer.</source>
        <translation>Der Stil kommt näher.</translation>
    </message>
    <message>
        <source>The networks keep each other busy.</source>
        <translation>Die Netze halten einander beschäftigt.</translation>
    </message>
    <message>
        <source>Pictures come out as they went in: they change by {0} of the range.</source>
        <translation>Bilder kommen heraus, wie sie hineingingen: sie ändern sich um {0} des Bereichs.</translation>
    </message>
    <message>
        <source>Lower the identity weight, or choose two folders that differ more.</source>
        <translation>Senken Sie das Identitätsgewicht, oder wählen Sie zwei Ordner, die sich mehr unterscheiden.</translation>
    </message>
    <message>
        <source>Mode collapse: what comes out varies {0} as much as real pictures do.</source>
        <translation>Mode Collapse: was herauskommt, ist {0} so vielfältig wie echte Bilder.</translation>
    </message>
    <message>
        <source>Go on from an earlier checkpoint with half the learning rates.</source>
        <translation>Machen Sie von einem früheren Checkpoint mit halben Lernraten weiter.</translation>
    </message>
    <message>
        <source>The discriminators are hardly ever wrong: the generators learn little from them.</source>
        <translation>Die Diskriminatoren irren fast nie: die Generatoren lernen wenig von ihnen.</translation>
    </message>
    <message>
        <source>Halve the discriminators&apos; learning rate.</source>
        <translation>Halbieren Sie die Lernrate der Diskriminatoren.</translation>
    </message>
    <message>
        <source>The way back is lost: pictures come back {0} off, and it was {1}.</source>
        <translation>Der Rückweg ist verloren: Bilder kommen um {0} verändert zurück, und es waren {1}.</translation>
    </message>
    <message>
        <source>Places of a picture are not found again in what became of it.</source>
        <translation>Stellen eines Bildes werden in dem, was daraus wurde, nicht wiedergefunden.</translation>
    </message>
    <message>
        <source>Raise the weight of what corresponds, or halve the generator&apos;s learning rate.</source>
        <translation>Heben Sie das Gewicht der Entsprechung, oder halbieren Sie die Lernrate des Generators.</translation>
    </message>
    <message>
        <source>It has only just begun: pictures change after some hundred steps.</source>
        <translation>Es hat eben erst begonnen: Bilder ändern sich nach einigen hundert Schritten.</translation>
    </message>
    <message>
        <source>{0}, less and less.</source>
        <translation>{0}, immer weniger.</translation>
    </message>
    <message>
        <source> to {0} times its lowest</source>
        <translation> auf das {0}-fache ihres niedrigsten Wertes</translation>
    </message>
    <message>
        <source>The two networks keep each other busy.</source>
        <translation>Die beiden Netze halten einander beschäftigt.</translation>
    </message>
    <message>
        <source>Learning well. {0}</source>
        <translation>Es lernt gut. {0}</translation>
    </message>
    <message>
        <source>The last score is the lowest of all.</source>
        <translation>Die letzte Bewertung ist die niedrigste von allen.</translation>
    </message>
    <message>
        <source>Mode collapse: the samples vary {0} as much as the training images.</source>
        <translation>Mode Collapse: die Proben sind {0} so vielfältig wie die Trainingsbilder.</translation>
    </message>
    <message>
        <source>Go on from an earlier checkpoint with a slower generator, or choose a Wasserstein loss (WGAN-GP).</source>
        <translation>Machen Sie von einem früheren Checkpoint mit langsamerem Generator weiter, oder wählen Sie einen Wasserstein-Verlust (WGAN-GP).</translation>
    </message>
    <message>
        <source>The discriminator is too strong: it is hardly ever wrong, and the generator learns little from it.</source>
        <translation>Der Diskriminator ist zu stark: er irrt fast nie, und der Generator lernt wenig von ihm.</translation>
    </message>
    <message>
        <source>Halve the discriminator&apos;s learning rate, or smooth its labels.</source>
        <translation>Halbieren Sie die Lernrate des Diskriminators, oder glätten Sie seine Ziele.</translation>
    </message>
    <message>
        <source>The generator is too strong: the discriminator takes its images for more real than the real ones, and what it teaches is chance.</source>
        <translation>Der Generator ist zu stark: der Diskriminator hält seine Bilder für echter als die echten, und was er lehrt, ist Zufall.</translation>
    </message>
    <message>
        <source>Halve the generator&apos;s learning rate.</source>
        <translation>Halbieren Sie die Lernrate des Generators.</translation>
    </message>
    <message>
        <source>The two networks chase each other: now one wins, now the other, and neither settles.</source>
        <translation>Die beiden Netze jagen einander: mal gewinnt das eine, mal das andere, und keines kommt zur Ruhe.</translation>
    </message>
    <message>
        <source>Halve both learning rates.</source>
        <translation>Halbieren Sie beide Lernraten.</translation>
    </message>
    <message>
        <source>Nothing is being learned: the losses have not moved.</source>
        <translation>Es wird nichts gelernt: die Verluste haben sich nicht bewegt.</translation>
    </message>
    <message>
        <source>Raise the learning rates; the usual ones are 0.0002.</source>
        <translation>Heben Sie die Lernraten; üblich sind 0,0002.</translation>
    </message>
    <message>
        <source>The discriminator knows its images by heart: it takes real images it has not seen for generated ones.</source>
        <translation>Der Diskriminator kennt seine Bilder auswendig: er hält echte Bilder, die er nicht gesehen hat, für erzeugte.</translation>
    </message>
    <message>
        <source>Add images{0}; more training will not help.</source>
        <translation>Fügen Sie Bilder hinzu{0}; mehr Training hilft nicht.</translation>
    </message>
    <message>
        <source>It is past its best: the score has risen{0}, more than chance explains.</source>
        <translation>Es ist über sein Bestes hinaus: die Bewertung ist gestiegen{0}, mehr als Zufall erklärt.</translation>
    </message>
    <message>
        <source>The best checkpoint is kept: stop, or go on from it with half the learning rates.</source>
        <translation>Der beste Checkpoint ist behalten: stoppen Sie, oder machen Sie von ihm mit halben Lernraten weiter.</translation>
    </message>
    <message>
        <source>There are only {0} training images: a GAN learns so few by heart.</source>
        <translation>Es sind nur {0} Trainingsbilder: so wenige lernt ein GAN auswendig.</translation>
    </message>
    <message>
        <source>Add images if there are more (some hundred are the least){0}.</source>
        <translation>Fügen Sie Bilder hinzu, wenn es mehr gibt (einige hundert sind das Mindeste){0}.</translation>
    </message>
    <message>
        <source>It copies: {0} of the samples are training images, against {1} of new real ones.</source>
        <translation>Es kopiert: {0} der Proben sind Trainingsbilder, gegen {1} der neuen echten.</translation>
    </message>
    <message>
        <source>Use an earlier checkpoint, add images{0}.</source>
        <translation>Nehmen Sie einen früheren Checkpoint, fügen Sie Bilder hinzu{0}.</translation>
    </message>
    <message>
        <source>, mirror them, or switch augmentation on</source>
        <translation>, spiegeln Sie sie, oder schalten Sie die Augmentierung ein</translation>
    </message>
    <message>
        <source> or mirror them</source>
        <translation> oder spiegeln Sie sie</translation>
    </message>
    <message>
        <source>It has only just begun: the first shapes come after some thousand images.</source>
        <translation>Es hat eben erst begonnen: die ersten Formen kommen nach einigen tausend Bildern.</translation>
    </message>
    <message>
        <source>Variety is rising.</source>
        <translation>Die Vielfalt steigt.</translation>
    </message>
    <message>
        <source>It learns, but {0}. {1}</source>
        <translation>Es lernt, aber {0}. {1}</translation>
    </message>
    <message>
        <source>the discriminator tells nearly all of its pictures from real ones</source>
        <translation>der Diskriminator unterscheidet beinahe alle seine Bilder von echten</translation>
    </message>
    <message>
        <source>its pictures are still much alike</source>
        <translation>seine Bilder gleichen einander noch sehr</translation>
    </message>
    <message>
        <source>its pictures score worse than blurred training images</source>
        <translation>seine Bilder schneiden schlechter ab als unscharfe Trainingsbilder</translation>
    </message>
    <message>
        <source>The directions of {0} cannot be read ({1} is damaged); they can be found anew.</source>
        <translation>Die Richtungen von {0} sind nicht lesbar ({1} ist beschädigt); sie lassen sich neu suchen.</translation>
    </message>
    <message>
        <source>The discriminator of this run has no layers to read from.</source>
        <translation>Der Diskriminator dieses Laufs hat keine Schichten, aus denen sich lesen lässt.</translation>
    </message>
    <message>
        <source>The discriminator of this run gives no features.</source>
        <translation>Der Diskriminator dieses Laufs gibt keine Merkmale her.</translation>
    </message>
    <message>
        <source>This generator has no layers that read w.</source>
        <translation>Dieser Generator hat keine Schichten, die w lesen.</translation>
    </message>
    <message>
        <source>Mark at least one picture that has it and one that does not.</source>
        <translation>Markieren Sie mindestens ein Bild, das es hat, und eines, das es nicht hat.</translation>
    </message>
    <message>
        <source>The pictures on both sides are the same; mark others.</source>
        <translation>Die Bilder auf beiden Seiten sind dieselben; markieren Sie andere.</translation>
    </message>
    <message>
        <source>This generator has no layer to take directions from.</source>
        <translation>Dieser Generator hat keine Schicht, aus der sich Richtungen nehmen lassen.</translation>
    </message>
    <message>
        <source>The generator&apos;s first layer is not used.</source>
        <translation>Die erste Schicht des Generators wird nicht benutzt.</translation>
    </message>
    <message>
        <source>Pin a place first.</source>
        <translation>Heften Sie zuerst einen Ort an.</translation>
    </message>
    <message>
        <source>{0} pins need at least {1} frames, not {2}.</source>
        <translation>{0} Orte brauchen mindestens {1} Bilder, nicht {2}.</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>there is no visit {0}</source>
        <translation>einen Besuch {0} gibt es nicht</translation>
    </message>
    <message>
        <source>The journey of {0} cannot be read ({1}); a new one begins</source>
        <translation>Die Reise von {0} ist nicht lesbar ({1}); eine neue beginnt</translation>
    </message>
    <message>
        <source>it is from another version of GAN Studio</source>
        <translation>sie ist von einer anderen Version von GAN Studio</translation>
    </message>
    <message>
        <source>{0}, and the old one is kept as {1}.</source>
        <translation>{0}, und die alte ist als {1} behalten.</translation>
    </message>
    <message>
        <source>What trains now turns images into images; there is no noise to explore.</source>
        <translation>Was jetzt trainiert, verwandelt Bilder in Bilder; es gibt kein Rauschen zu erkunden.</translation>
    </message>
    <message>
        <source>This network gives no features that could be compared place by place.</source>
        <translation>Dieses Netz gibt keine Merkmale her, die Stelle für Stelle vergleichbar wären.</translation>
    </message>
    <message>
        <source>A latent is a seed, numbers, or a share between two.</source>
        <translation>Ein latenter Vektor ist ein Seed, Zahlen, oder ein Anteil zwischen zweien.</translation>
    </message>
    <message>
        <source>A latent is nested too deeply.</source>
        <translation>Ein latenter Vektor ist zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>A latent&apos;s numbers are a list.</source>
        <translation>Die Zahlen eines latenten Vektors sind eine Liste.</translation>
    </message>
    <message>
        <source>The layers of a mix are a short list.</source>
        <translation>Die Schichten einer Mischung sind eine kurze Liste.</translation>
    </message>
    <message>
        <source>In {0} there is no {1}.</source>
        <translation>In {0} gibt es kein {1}.</translation>
    </message>
    <message>
        <source>In {0} there is something unknown: {1}.</source>
        <translation>In {0} steht etwas Unbekanntes: {1}.</translation>
    </message>
    <message>
        <source>What should be {0} is not.</source>
        <translation>Was {0} sein sollte, ist es nicht.</translation>
    </message>
    <message>
        <source>What should be {0} is not a number.</source>
        <translation>Was {0} sein sollte, ist keine Zahl.</translation>
    </message>
    <message>
        <source>{0} is outside {1} to {2}.</source>
        <translation>{0} liegt außerhalb von {1} bis {2}.</translation>
    </message>
    <message>
        <source>{0} is not a whole number from {1} to {2}.</source>
        <translation>{0} ist keine ganze Zahl von {1} bis {2}.</translation>
    </message>
    <message>
        <source>What should be {0} is not a short text.</source>
        <translation>Was {0} sein sollte, ist kein kurzer Text.</translation>
    </message>
    <message>
        <source>This generator has no intermediate space w; the point was made with one that has.</source>
        <translation>Dieser Generator hat keinen Zwischenraum w; der Punkt wurde mit einem gemacht, der einen hat.</translation>
    </message>
    <message>
        <source>This generator cannot blend classes; choose one class.</source>
        <translation>Dieser Generator kann Klassen nicht überblenden; wählen Sie eine.</translation>
    </message>
    <message>
        <source>The direction {0} is not there any more.</source>
        <translation>Die Richtung {0} gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>The direction {0} belongs to another generator.</source>
        <translation>Die Richtung {0} gehört zu einem anderen Generator.</translation>
    </message>
    <message>
        <source>This generator has no class called {0}; it has {1}.</source>
        <translation>Dieser Generator hat keine Klasse {0}; er hat {1}.</translation>
    </message>
    <message>
        <source>The point has {0} numbers, this generator takes {1}.</source>
        <translation>Der Punkt hat {0} Zahlen, dieser Generator nimmt {1}.</translation>
    </message>
    <message>
        <source>The photograph is {0}, this generator draws {1}.</source>
        <translation>Das Foto ist {0}, dieser Generator zeichnet {1}.</translation>
    </message>
    <message>
        <source>{0} points need at least {1} frames, not {2}</source>
        <translation>{0} Punkte brauchen mindestens {1} Bilder, nicht {2}</translation>
    </message>
    <message>
        <source>animations are written as {0}, not as {1}</source>
        <translation>Animationen werden als {0} geschrieben, nicht als {1}</translation>
    </message>
    <message>
        <source>pictures are written as {0}, not as {1}</source>
        <translation>Bilder werden als {0} geschrieben, nicht als {1}</translation>
    </message>
    <message>
        <source>MP4 needs PyAV: {0}, or choose .webp or .gif.</source>
        <translation>MP4 braucht PyAV: {0}, oder wählen Sie .webp oder .gif.</translation>
    </message>
    <message>
        <source>ONNX needs its libraries: {0}, or choose .safetensors.</source>
        <translation>ONNX braucht seine Bibliotheken: {0}, oder wählen Sie .safetensors.</translation>
    </message>
    <message>
        <source>the fourth channel; the colours c are weighted by it: (c + 1) (alpha + 1) / 2 - 1</source>
        <translation>the fourth channel; the colours c are weighted by it: (c + 1) (alpha + 1) / 2 - 1</translation>
    </message>
    <message>
        <source>generators are written as {0}, not as {1}</source>
        <translation>Generatoren werden als {0} geschrieben, nicht als {1}</translation>
    </message>
    <message>
        <source>There are no pictures in {0}.{1}</source>
        <translation>In {0} sind keine Bilder.{1}</translation>
    </message>
    <message>
        <source>its result of {0} x {1} px is larger than {2} holds: give it as PNG</source>
        <translation>das Ergebnis von {0} x {1} px ist größer, als {2} fasst: geben Sie es als PNG aus</translation>
    </message>
    <message>
        <source>its result of {0} x {1} px needs {2} GB of memory</source>
        <translation>das Ergebnis von {0} x {1} px braucht {2} GB Speicher</translation>
    </message>
    <message>
        <source>{0} {1} the folder of the pictures; choose another.</source>
        <translation>{0} {1} der Ordner der Bilder; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>more than 8 bits a channel became 8</source>
        <translation>aus mehr als 8 Bit je Kanal wurden 8</translation>
    </message>
    <message>
        <source>no video: it has no pictures</source>
        <translation>kein Video: es hat keine Bilder</translation>
    </message>
    <message>
        <source>inside an archive: unpack it first</source>
        <translation>in einem Archiv: entpacken Sie es zuerst</translation>
    </message>
    <message>
        <source>its result could not be written: {0}</source>
        <translation>das Ergebnis konnte nicht geschrieben werden: {0}</translation>
    </message>
    <message>
        <source>Made by a trained model (GAN Studio)</source>
        <translation>Von einem trainierten Modell gemacht (GAN Studio)</translation>
    </message>
    <message>
        <source>not a video that can be read ({0})</source>
        <translation>kein lesbares Video ({0})</translation>
    </message>
    <message>
        <source>too large: {0} x {1} pixels</source>
        <translation>zu groß: {0} x {1} Pixel</translation>
    </message>
    <message>
        <source>{0} has 1 real picture: what is drawn of it shows hardly more.</source>
        <translation>{0} hat 1 echtes Bild: was davon gezeichnet wird, zeigt kaum mehr.</translation>
    </message>
    <message>
        <source>{0} synthetic pictures by {1}</source>
        <translation>{0} synthetische Bilder von {1}</translation>
    </message>
    <message>
        <source>{0} has learned without classes, so none can be filled up: train with --labels and a recipe that knows classes, such as cgan.</source>
        <translation>{0} hat ohne Klassen gelernt, also lässt sich keine auffüllen: trainieren Sie mit --labels und einem Rezept, das Klassen kennt, etwa cgan.</translation>
    </message>
    <message>
        <source>{0} has no classes: put the pictures of each into a subfolder of its name.</source>
        <translation>{0} hat keine Klassen: legen Sie die Bilder jeder Klasse in einen Unterordner ihres Namens.</translation>
    </message>
    <message>
        <source>There is only one class, {0}, so none is larger to fill it up to: say how many with --to N.</source>
        <translation>Es gibt nur eine Klasse, {0}, also keine größere, bis zu der aufzufüllen wäre: sagen Sie mit --to N, wie viele.</translation>
    </message>
    <message>
        <source>Every class has {0} pictures or more already: say how many there should be with --to N.</source>
        <translation>Jede Klasse hat schon {0} Bilder oder mehr: sagen Sie mit --to N, wie viele es sein sollen.</translation>
    </message>
    <message>
        <source>{0} is there already and not empty: choose another folder for --out.</source>
        <translation>{0} gibt es schon, und es ist nicht leer: wählen Sie einen anderen Ordner für --out.</translation>
    </message>
    <message>
        <source>{0} and on, {1} apart for each class</source>
        <translation>{0} und weiter, {1} Abstand je Klasse</translation>
    </message>
    <message>
        <source>{0} pictures; {1} held out and {2} set aside for a test, which no filter has seen</source>
        <translation>{0} Bilder; {1} zurückgehalten und {2} für einen Test beiseitegelegt, den kein Filter gesehen hat</translation>
    </message>
    <message>
        <source>{0} is not a class that {1} has learned; it knows {2}.</source>
        <translation>{0} ist keine Klasse, die {1} gelernt hat; es kennt {2}.</translation>
    </message>
    <message>
        <source>Nothing was rejected by the discriminator: {0}.</source>
        <translation>Der Diskriminator hat nichts zurückgewiesen: {0}.</translation>
    </message>
    <message>
        <source>{0}: the filters kept {1} of the {2} wanted; it was given up after {3} pictures. Train longer, or leave a filter out.</source>
        <translation>{0}: die Filter behielten {1} von {2} gewünschten; nach {3} Bildern wurde aufgegeben. Trainieren Sie länger, oder lassen Sie einen Filter weg.</translation>
    </message>
    <message>
        <source>copies of training pictures</source>
        <translation>Kopien von Trainingsbildern</translation>
    </message>
    <message>
        <source>unlike the real pictures of their class</source>
        <translation>anders als die echten Bilder ihrer Klasse</translation>
    </message>
    <message>
        <source>taken for another class by a classifier</source>
        <translation>von einem Klassifikator für eine andere Klasse gehalten</translation>
    </message>
    <message>
        <source>rejected by the discriminator</source>
        <translation>vom Diskriminator zurückgewiesen</translation>
    </message>
    <message>
        <source>This branch begins with the averaged generator of step {0}, of which no more was kept; its opponent is the one of step {1}, and the generator&apos;s optimiser begins anew.</source>
        <translation>Dieser Zweig beginnt mit dem gemittelten Generator von Schritt {0}, von dem mehr nicht behalten ist; sein Gegner ist der von Schritt {1}, und der Optimierer des Generators beginnt neu.</translation>
    </message>
    <message>
        <source>The optimiser of the {0} begins anew: the old one was of another kind.</source>
        <translation>Der Optimierer von {0} beginnt neu: der alte war von anderer Art.</translation>
    </message>
    <message>
        <source>{0} would make other networks than the trained ones, so a branch cannot change that: start a new run.</source>
        <translation>{0} ergäbe andere Netze als die trainierten, deshalb kann ein Zweig es nicht ändern: beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>has other networks</source>
        <translation>hat andere Netze</translation>
    </message>
    <message>
        <source>{0} has no whole checkpoint to take the discriminator from.</source>
        <translation>{0} hat keinen ganzen Checkpoint, aus dem der Diskriminator zu nehmen wäre.</translation>
    </message>
    <message>
        <source>{0} shapes the networks and cannot change in a branch: start a new run.</source>
        <translation>{0} formt die Netze und kann sich in einem Zweig nicht ändern: beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>Install the program from source, where parts can be chosen: its README says how.</source>
        <translation>Installieren Sie das Programm aus dem Quelltext, dort lassen sich Teile wählen: seine README sagt, wie.</translation>
    </message>
    <message>
        <source>GAN Studio {0}, Python {1}, {2}.</source>
        <translation>GAN Studio {0}, Python {1}, {2}.</translation>
    </message>
    <message>
        <source>{0} of {1} memory free, {2} processor cores.</source>
        <translation>{0} von {1} Arbeitsspeicher frei, {2} Prozessorkerne.</translation>
    </message>
    <message>
        <source>MP4 films, and videos to translate</source>
        <translation>MP4-Filme, und Videos zum Übersetzen</translation>
    </message>
    <message>
        <source>generators as ONNX files for other programs</source>
        <translation>Generatoren als ONNX-Dateien für andere Programme</translation>
    </message>
    <message>
        <source>HEIC and HEIF photographs of phones</source>
        <translation>HEIC- und HEIF-Fotos von Telefonen</translation>
    </message>
    <message>
        <source>Parquet tables of pictures as data sets</source>
        <translation>Parquet-Tabellen mit Bildern als Datensätze</translation>
    </message>
    <message>
        <source>PySide6 {0} ends long runs on Python 3.11 with an abort.</source>
        <translation>PySide6 {0} beendet lange Läufe unter Python 3.11 mit einem Abbruch.</translation>
    </message>
    <message>
        <source>PyTorch {0}, </source>
        <translation>PyTorch {0}, </translation>
    </message>
    <message>
        <source>{0}; no card is here, and the build for the CPU is gigabytes smaller.</source>
        <translation>{0}; hier ist keine Karte, und die Version für die CPU ist um Gigabytes kleiner.</translation>
    </message>
    <message>
        <source>{0}; it trains on the CPU.</source>
        <translation>{0}; es trainiert auf der CPU.</translation>
    </message>
    <message>
        <source>There is an NVIDIA card, but its driver does not answer (nvidia-smi).</source>
        <translation>Eine NVIDIA-Karte ist da, aber ihr Treiber antwortet nicht (nvidia-smi).</translation>
    </message>
    <message>
        <source>Not installed ({0}); it brings {1}.</source>
        <translation>Nicht installiert ({0}); bringt {1}.</translation>
    </message>
    <message>
        <source> On Debian or Ubuntu: </source>
        <translation> Unter Debian oder Ubuntu: </translation>
    </message>
    <message>
        <source>built for the CPU</source>
        <translation>gebaut für die CPU</translation>
    </message>
    <message>
        <source>{0}; it trains on {1}.</source>
        <translation>{0}; es trainiert auf {1}.</translation>
    </message>
    <message>
        <source>{0}; it trains on the Apple GPU.</source>
        <translation>{0}; es trainiert auf der Apple-GPU.</translation>
    </message>
    <message>
        <source>{0}: it cannot use the graphics card that is here.</source>
        <translation>{0}: es kann die vorhandene Grafikkarte nicht benutzen.</translation>
    </message>
    <message>
        <source>Until then, training runs on the CPU.</source>
        <translation>Bis dahin läuft das Training auf der CPU.</translation>
    </message>
    <message>
        <source>There is an AMD card; PyTorch&apos;s ROCm build may be able to use it (not tried with this program).</source>
        <translation>Eine AMD-Karte ist da; die ROCm-Version von PyTorch kann sie vielleicht benutzen (mit diesem Programm nicht erprobt).</translation>
    </message>
    <message>
        <source>{0} cannot be written.</source>
        <translation>{0} kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>Choose another in Settings.</source>
        <translation>Wählen Sie in den Einstellungen einen anderen.</translation>
    </message>
    <message>
        <source>PySide6 is not installed.</source>
        <translation>PySide6 ist nicht installiert.</translation>
    </message>
    <message>
        <source>PySide6 {0}; a window can be opened.</source>
        <translation>PySide6 {0}; ein Fenster kann geöffnet werden.</translation>
    </message>
    <message>
        <source>is not installed</source>
        <translation>ist nicht installiert</translation>
    </message>
    <message>
        <source>cannot be loaded ({0})</source>
        <translation>kann nicht geladen werden ({0})</translation>
    </message>
    <message>
        <source>PyTorch {0}.</source>
        <translation>PyTorch {0}.</translation>
    </message>
    <message>
        <source>PyTorch cannot be loaded ({0}).</source>
        <translation>PyTorch kann nicht geladen werden ({0}).</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Grafikkarte</translation>
    </message>
    <message>
        <source>Install NVIDIA&apos;s driver, 580 or newer, and restart.</source>
        <translation>Installieren Sie NVIDIAs Treiber, 580 oder neuer, und starten Sie neu.</translation>
    </message>
    <message>
        <source>There is none that PyTorch can use: training runs on the CPU.</source>
        <translation>Es gibt keine, die PyTorch benutzen kann: das Training läuft auf der CPU.</translation>
    </message>
    <message>
        <source>There was no memory for what was asked for just now. Training goes on; ask again, or close other programs.</source>
        <translation>Für das eben Verlangte war kein Speicher da. Das Training geht weiter; versuchen Sie es noch einmal, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly (status {0}). What was saved before can be gone on with.</source>
        <translation>Der Trainingsprozess endete unerwartet (Status {0}). Was vorher gespeichert wurde, kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>{0} was drawn by the run {1}, which is not among the runs known here.</source>
        <translation>{0} wurde vom Lauf {1} gezeichnet, der nicht unter den hier bekannten ist.</translation>
    </message>
    <message>
        <source>{0} draws in no style but what it has learned: leave the style pictures out.</source>
        <translation>{0} zeichnet nur in dem Stil, den es gelernt hat: lassen Sie die Stilbilder weg.</translation>
    </message>
    <message>
        <source>{0} holds no style.</source>
        <translation>{0} enthält keinen Stil.</translation>
    </message>
    <message>
        <source>Nothing was drawn.</source>
        <translation>Nichts wurde gezeichnet.</translation>
    </message>
    <message>
        <source>{0} cannot be used: {1}.</source>
        <translation>{0} kann nicht verwendet werden: {1}.</translation>
    </message>
    <message>
        <source>{0} on the disk</source>
        <translation>{0} auf dem Datenträger</translation>
    </message>
    <message>
        <source>{0} of memory of {1}, {2}.</source>
        <translation>{0} Speicher von {1}, {2}.</translation>
    </message>
    <message>
        <source>less than {0} of memory, {1}.</source>
        <translation>weniger als {0} Speicher, {1}.</translation>
    </message>
    <message>
        <source>up to {0} of memory by its size (it could not be measured), {1}.</source>
        <translation>bis zu {0} Speicher nach seiner Größe (messen ließ es sich nicht), {1}.</translation>
    </message>
    <message>
        <source>Without a {0} partner of the same name, and left out: {1}.</source>
        <translation>Ohne {0} Partner gleichen Namens, und weggelassen: {1}.</translation>
    </message>
    <message>
        <source>These do not show the same as their partners, cut or turned otherwise perhaps: {0}.</source>
        <translation>Diese zeigen nicht dasselbe wie ihre Partner, vielleicht anders beschnitten oder gedreht: {0}.</translation>
    </message>
    <message>
        <source>make them {0} times smaller</source>
        <translation>machen Sie sie {0}-mal kleiner</translation>
    </message>
    <message>
        <source>The pictures of the second folder are {0} times smaller than the first&apos;s, not {1}: {2}.</source>
        <translation>Die Bilder des zweiten Ordners sind {0}-mal kleiner als die des ersten, nicht {1}-mal: {2}.</translation>
    </message>
    <message>
        <source>No picture of the second folder has the name of one of the first: give the same pictures, small, under the same names.</source>
        <translation>Kein Bild des zweiten Ordners heißt wie eines des ersten: geben Sie dieselben Bilder, klein, unter denselben Namen.</translation>
    </message>
    <message>
        <source>real with flips and crops</source>
        <translation>echt mit Spiegelungen und Ausschnitten</translation>
    </message>
    <message>
        <source>real with synthetic</source>
        <translation>echt mit synthetisch</translation>
    </message>
    <message>
        <source>A classifier needs two classes or more, and there is only one.</source>
        <translation>Ein Klassifikator braucht zwei Klassen oder mehr, und es gibt nur eine.</translation>
    </message>
    <message>
        <source>to train on</source>
        <translation>zum Trainieren</translation>
    </message>
    <message>
        <source>in the test part</source>
        <translation>im Testteil</translation>
    </message>
    <message>
        <source>another number of pictures</source>
        <translation>eine andere Zahl von Bildern</translation>
    </message>
    <message>
        <source>No class was filled up, so there is nothing to judge: ask for more pictures with --to N.</source>
        <translation>Keine Klasse wurde aufgefüllt, also gibt es nichts zu beurteilen: verlangen Sie mit --to N mehr Bilder.</translation>
    </message>
    <message>
        <source>{0} of the {1} pictures to train on are pictures of the test part too, so it would say nothing: keep the two apart.</source>
        <translation>{0} der {1} Bilder zum Trainieren sind auch Bilder des Testteils, das sagte also nichts: halten Sie die beiden getrennt.</translation>
    </message>
    <message>
        <source>The class {0} has {1} picture{2} {3}, which says nothing: add pictures, or name a folder of others with --test.</source>
        <translation>Die Klasse {0} hat {1} Bild{2} {3}, was nichts sagt: fügen Sie Bilder hinzu, oder nennen Sie mit --test einen Ordner mit anderen.</translation>
    </message>
    <message>
        <source>{0} pictures of {1} are near copies of learned ones and are not tested on.</source>
        <translation>{0} Bilder von {1} sind beinahe Kopien gelernter und werden nicht getestet.</translation>
    </message>
    <message>
        <source>{0} has learned from every picture it was given, so none is left to test on: train with --test-share 0.2, or name pictures that it has never seen with --test FOLDER.</source>
        <translation>{0} hat von jedem Bild gelernt, das es bekam, also bleibt keines zum Testen: trainieren Sie mit --test-share 0.2, oder nennen Sie mit --test FOLDER Bilder, die es nie gesehen hat.</translation>
    </message>
    <message>
        <source>{0} of the {1} pictures of {2} are among those that {3} has learned from or been measured with, {4} for one: a test on them says nothing. Take them out, or name other pictures with --test.</source>
        <translation>{0} der {1} Bilder von {2} sind unter denen, von denen {3} gelernt hat oder mit denen es gemessen wurde, etwa {4}: ein Test mit ihnen sagt nichts. Nehmen Sie sie heraus, oder nennen Sie mit --test andere Bilder.</translation>
    </message>
    <message>
        <source>The filters kept no picture, so there is nothing to judge: leave one out, or train longer.</source>
        <translation>Die Filter haben kein Bild behalten, also gibt es nichts zu beurteilen: lassen Sie einen weg, oder trainieren Sie länger.</translation>
    </message>
    <message>
        <source>Does it help to train on pictures by {0}?</source>
        <translation>Hilft es, mit Bildern von {0} zu trainieren?</translation>
    </message>
    <message>
        <source>{0} in {1} is not a class that {2} knows.</source>
        <translation>{0} in {1} ist keine Klasse, die {2} kennt.</translation>
    </message>
    <message>
        <source>The same again goes on with what is there.</source>
        <translation>Dasselbe noch einmal macht mit dem weiter, was da ist.</translation>
    </message>
    <message>
        <source>The synthetic pictures {0}{1}: {2}, 95 % interval in brackets.</source>
        <translation>Die synthetischen Bilder {0}{1}: {2}, 95-%-Intervall in Klammern.</translation>
    </message>
    <message>
        <source>none; compared with {0} %</source>
        <translation>keine; verglichen mit {0} %</translation>
    </message>
    <message>
        <source>real, tested on synthetic (TRTS)</source>
        <translation>echt, getestet an synthetischen (TRTS)</translation>
    </message>
    <message>
        <source>{0} real pictures, {1} synthetic ones put beside them, {2} in the arm of synthetic pictures alone; tested on {3} real ones that neither the GAN, nor the choice of its checkpoint, nor a filter has seen.</source>
        <translation>{0} echte Bilder, {1} synthetische daneben, {2} im Zweig der synthetischen allein; getestet an {3} echten, die weder das GAN, noch die Wahl seines Checkpoints, noch ein Filter gesehen hat.</translation>
    </message>
    <message>
        <source>The classifier is a {0}. Every arm takes the same number of steps, with as many pictures of each class in a batch, and begins alike in each of {1} seeds.</source>
        <translation>Der Klassifikator ist ein {0}. Jeder Zweig geht gleich viele Schritte, mit gleich vielen Bildern jeder Klasse im Batch, und beginnt in jedem der {1} Seeds gleich.</translation>
    </message>
    <message>
        <source>The interval counts how much the seeds differ and how much the test pictures do.</source>
        <translation>Das Intervall zählt, wie sehr sich die Seeds und wie sehr sich die Testbilder unterscheiden.</translation>
    </message>
    <message>
        <source>At less than 100 % the GAN has still learned from all real pictures: the synthetic ones bring some of the others&apos; knowledge along.</source>
        <translation>Bei weniger als 100 % hat das GAN dennoch von allen echten Bildern gelernt: die synthetischen bringen etwas vom Wissen der übrigen mit.</translation>
    </message>
    <message>
        <source> at {0} % of the real pictures</source>
        <translation> bei {0} % der echten Bilder</translation>
    </message>
    <message>
        <source> Flips and crops alone: {0}.</source>
        <translation> Nur Spiegelungen und Ausschnitte: {0}.</translation>
    </message>
    <message>
        <source>{0} does not answer: its drive may be asleep or gone. Wake it, and open this page again.</source>
        <translation>{0} antwortet nicht: der Datenträger schläft vielleicht oder ist weg. Wecken Sie ihn und öffnen Sie diese Seite noch einmal.</translation>
    </message>
    <message>
        <source>The nearest differs by {0}{1}; training images differ from their own nearest by {2}.</source>
        <translation>Das nächste weicht um {0}{1} ab; Trainingsbilder weichen von ihrem eigenen nächsten um {2} ab.</translation>
    </message>
    <message>
        <source>This looks like a copy. {0}</source>
        <translation>Das sieht nach einer Kopie aus. {0}</translation>
    </message>
    <message>
        <source>Nearer than usual: compare by eye. {0}</source>
        <translation>Näher als üblich: vergleichen Sie mit dem Auge. {0}</translation>
    </message>
    <message>
        <source>No copy. {0}</source>
        <translation>Keine Kopie. {0}</translation>
    </message>
    <message>
        <source>{0} makes pictures of pictures; there are no pictures from noise to compare.</source>
        <translation>{0} macht Bilder aus Bildern; es gibt keine Bilder aus Rauschen zu vergleichen.</translation>
    </message>
    <message>
        <source>{0} names no version: give the address or the file of a CHANGELOG.md.</source>
        <translation>{0} nennt keine Version: Geben Sie die Adresse oder die Datei einer CHANGELOG.md an.</translation>
    </message>
    <message>
        <source>in the making</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>{0} does not answer ({1}). Look again when this computer is online.</source>
        <translation>{0} antwortet nicht ({1}). Sehen Sie wieder nach, wenn dieser Computer online ist.</translation>
    </message>
    <message>
        <source>There are {0} images now for a batch of {1}: each step sees some more than once.</source>
        <translation>Es sind jetzt {0} Bilder bei einem Batch von {1}: jeder Schritt sieht einige mehr als einmal.</translation>
    </message>
    <message>
        <source>This run was to train on {0}, which is not here: it trains on {1}.</source>
        <translation>Dieser Lauf sollte auf {0} trainieren, das nicht hier ist: er trainiert auf {1}.</translation>
    </message>
    <message>
        <source>{0} has no checkpoint called {1}. It has {2}.</source>
        <translation>{0} hat keinen Checkpoint {1}. Es hat {2}.</translation>
    </message>
    <message>
        <source>Auto has not chosen a recipe for this run yet: resume it to begin.</source>
        <translation>Auto hat für diesen Lauf noch kein Rezept gewählt: setzen Sie ihn fort, um zu beginnen.</translation>
    </message>
    <message>
        <source>Balance shows classes equally often, and there are none: turn labels on, or balance off.</source>
        <translation>Ausgleich zeigt Klassen gleich oft, und es gibt keine: schalten Sie Klassen ein oder den Ausgleich aus.</translation>
    </message>
    <message>
        <source>{0} has learned the classes {1}, and {2} is none of them: name the folders as they were, or begin a new run.</source>
        <translation>{0} hat die Klassen {1} gelernt, und {2} gehört nicht dazu: benennen Sie die Ordner wie zuvor, oder beginnen Sie einen neuen Lauf.</translation>
    </message>
    <message>
        <source>{0} has learned the classes {1}: its images need their folders.</source>
        <translation>{0} hat die Klassen {1} gelernt: seine Bilder brauchen ihre Ordner.</translation>
    </message>
    <message>
        <source>its training time is {0}</source>
        <translation>seine Trainingszeit ist {0}</translation>
    </message>
    <message>
        <source>{0} holds a {1}, which turns images into images, not noise.</source>
        <translation>{0} enthält ein {1}, das Bilder in Bilder verwandelt, nicht Rauschen.</translation>
    </message>
    <message>
        <source>{0} holds a {1}, which makes no pictures larger.</source>
        <translation>{0} enthält ein {1}, das keine Bilder größer macht.</translation>
    </message>
    <message>
        <source>{0} has no discriminator of this kind.</source>
        <translation>{0} hat keinen Diskriminator dieser Art.</translation>
    </message>
    <message>
        <source>{0} holds a {1}, which makes images from noise and translates none.</source>
        <translation>{0} enthält ein {1}, das Bilder aus Rauschen macht und keine übersetzt.</translation>
    </message>
    <message>
        <source>{0} translates to {1} only, not to {2}.</source>
        <translation>{0} übersetzt nur nach {1}, nicht nach {2}.</translation>
    </message>
    <message>
        <source>{0} is no longer there.</source>
        <translation>{0} ist nicht mehr da.</translation>
    </message>
    <message>
        <source>it holds no averages</source>
        <translation>es enthält keine Mittelwerte</translation>
    </message>
    <message>
        <source>{0} cannot be resumed. {1}.</source>
        <translation>{0} kann nicht fortgesetzt werden. {1}.</translation>
    </message>
    <message>
        <source>The checkpoint of {0} does not fit the run&apos;s settings: {1}.</source>
        <translation>Der Checkpoint von {0} passt nicht zu den Einstellungen des Laufs: {1}.</translation>
    </message>
    <message>
        <source>it was sent to be explored, without what training goes on from</source>
        <translation>er wurde zum Erkunden gesendet, ohne das, wovon ein Training weitergeht</translation>
    </message>
    <message>
        <source>Checkpoint {0} cannot be used: {1}</source>
        <translation>Checkpoint {0} kann nicht verwendet werden: {1}</translation>
    </message>
    <message>
        <source>{0}; an older one is used.</source>
        <translation>{0}; ein älterer wird verwendet.</translation>
    </message>
    <message>
        <source>This state of {0} is a snapshot, which holds one stage alone: leave the blend out.</source>
        <translation>Dieser Stand von {0} ist ein Schnappschuss, der nur eine Stufe enthält: lassen Sie die Mischung weg.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Choose other pictures</source>
        <translation>Andere Bilder wählen</translation>
    </message>
    <message>
        <source>Batch is {0}, but {1}: choose {2} or fewer.</source>
        <translation>Der Batch ist {0}, aber {1}: wählen Sie {2} oder weniger.</translation>
    </message>
    <message>
        <source>This needs {0} of memory, and {1} has {2}.{3}</source>
        <translation>Das braucht {0} Speicher, und {1} hat {2}.{3}</translation>
    </message>
    <message>
        <source>Learn them {0}, {1} px</source>
        <translation>Im Verhältnis {0} lernen, {1} px</translation>
    </message>
    <message>
        <source>{0} learns no transparency, it leaves that of a picture as it is: choose rgb.</source>
        <translation>{0} lernt keine Transparenz, es lässt die eines Bildes, wie sie ist: wählen Sie rgb.</translation>
    </message>
    <message>
        <source>there is only {0} picture</source>
        <translation>es gibt nur {0} Bild</translation>
    </message>
    <message>
        <source>there are only {0} pictures</source>
        <translation>es gibt nur {0} Bilder</translation>
    </message>
    <message>
        <source>batch is {0}, which {1} processes cannot share evenly: use a multiple.</source>
        <translation>der Batch ist {0}, den {1} Prozesse nicht gleich teilen können: nehmen Sie ein Vielfaches.</translation>
    </message>
    <message>
        <source> It fits with {0}.</source>
        <translation> Mit {0} passt es.</translation>
    </message>
    <message>
        <source> Choose a smaller recipe.</source>
        <translation> Wählen Sie ein kleineres Rezept.</translation>
    </message>
    <message>
        <source>Learn the {0} classes</source>
        <translation>Die {0} Klassen lernen</translation>
    </message>
    <message>
        <source>Between grey and colour no transparency is learned: choose rgb, or the same colours on both sides.</source>
        <translation>Zwischen Grau und Farbe wird keine Transparenz gelernt: wählen Sie rgb, oder dieselben Farben auf beiden Seiten.</translation>
    </message>
    <message>
        <source>{0} is to see with {1}, and the weights that are here are of {2}.</source>
        <translation>{0} soll mit {1} sehen, und die vorhandenen Gewichte sind von {2}.</translation>
    </message>
    <message>
        <source>Set batch to {0}</source>
        <translation>Batch auf {0} setzen</translation>
    </message>
    <message>
        <source>Set {0} to {1}</source>
        <translation>{0} auf {1} setzen</translation>
    </message>
    <message>
        <source>{0} learns from {1}, not from {2}.</source>
        <translation>{0} lernt von {1}, nicht von {2}.</translation>
    </message>
    <message>
        <source>This needs {0} of the computer&apos;s own memory, to save what was learned, and it has {1}. Choose a smaller recipe.</source>
        <translation>Das braucht {0} des Arbeitsspeichers, um das Gelernte zu speichern, und es sind {1} da. Wählen Sie ein kleineres Rezept.</translation>
    </message>
    <message>
        <source>A run needs {0} on the disk, and {1} has {2} free. Free some space, or choose another folder for runs in the settings.</source>
        <translation>Ein Lauf braucht {0} auf dem Datenträger, und in {1} sind {2} frei. Machen Sie Platz, oder wählen Sie in den Einstellungen einen anderen Ordner für Läufe.</translation>
    </message>
    <message>
        <source>Learn in colour</source>
        <translation>In Farbe lernen</translation>
    </message>
    <message>
        <source>{0} Choose the encoder {1}, or give the other&apos;s weights (`--features FILE`).</source>
        <translation>{0} Wählen Sie den Encoder {1}, oder geben Sie die Gewichte des anderen (`--features FILE`).</translation>
    </message>
    <message>
        <source>{0} learns classes: turn labels on to learn the {1} that are there.</source>
        <translation>{0} lernt Klassen: schalten Sie Klassen ein, um die {1} vorhandenen zu lernen.</translation>
    </message>
    <message>
        <source>The same colours</source>
        <translation>Dieselben Farben</translation>
    </message>
    <message>
        <source>See with {0}</source>
        <translation>Mit {0} sehen</translation>
    </message>
    <message>
        <source>The nearest after {0} % of the search is kept.</source>
        <translation>Das nächste nach {0} % der Suche ist behalten.</translation>
    </message>
    <message>
        <source>Nothing was found yet.</source>
        <translation>Noch wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>Very near.</source>
        <translation>Sehr nahe.</translation>
    </message>
    <message>
        <source>looking for the picture</source>
        <translation>das Bild wird gesucht</translation>
    </message>
    <message>
        <source>Near: the large shapes agree, details do not.</source>
        <translation>Nahe: die großen Formen stimmen, Einzelheiten nicht.</translation>
    </message>
    <message>
        <source>Far: nearer than chance, but this generator has nothing quite like it.</source>
        <translation>Weit: näher als Zufall, aber dieser Generator hat nichts recht Ähnliches.</translation>
    </message>
    <message>
        <source>Not found: hardly nearer than a random picture.</source>
        <translation>Nicht gefunden: kaum näher als ein zufälliges Bild.</translation>
    </message>
    <message>
        <source>Pictures are compared by their pixels alone: {0}</source>
        <translation>Bilder werden nur nach ihren Pixeln verglichen: {0}</translation>
    </message>
    <message>
        <source>writing the film</source>
        <translation>der Film wird geschrieben</translation>
    </message>
    <message>
        <source>Nothing was written; the same film again renders it anew.</source>
        <translation>Nichts wurde geschrieben; derselbe Film noch einmal wird neu berechnet.</translation>
    </message>
    <message>
        <source>A run cannot be called {0}: Windows drops what stands at its end.</source>
        <translation>Ein Lauf kann nicht {0} heißen: Windows lässt weg, was an seinem Ende steht.</translation>
    </message>
    <message>
        <source>A run cannot be called {0}: Windows means a device by it.</source>
        <translation>Ein Lauf kann nicht {0} heißen: Windows meint damit ein Gerät.</translation>
    </message>
    <message>
        <source>There is something called {0} in {1} already; choose another name.</source>
        <translation>In {1} heißt schon etwas {0}; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{0} cannot be renamed: {1}.</source>
        <translation>{0} kann nicht umbenannt werden: {1}.</translation>
    </message>
    <message>
        <source>{0} is not in the queue.</source>
        <translation>{0} ist nicht in der Warteschlange.</translation>
    </message>
    <message>
        <source>{0} is not a run.</source>
        <translation>{0} ist kein Lauf.</translation>
    </message>
    <message>
        <source>Another GAN Studio works on the queue in {0}. Stop it there first.</source>
        <translation>Ein anderes GAN Studio arbeitet an der Warteschlange in {0}. Stoppen Sie es dort zuerst.</translation>
    </message>
    <message>
        <source>It was begun {0} times and never came to its end.</source>
        <translation>Er wurde {0}-mal begonnen und kam nie zum Ende.</translation>
    </message>
    <message>
        <source>no run is called {0}</source>
        <translation>kein Lauf heißt {0}</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}). Move it away; the runs in it are kept.</source>
        <translation>{0} ist beschädigt ({1}). Räumen Sie es weg; die Läufe darin bleiben.</translation>
    </message>
    <message>
        <source>{0} is in the queue already.</source>
        <translation>{0} ist schon in der Warteschlange.</translation>
    </message>
    <message>
        <source>{0} is training. Stop it first.</source>
        <translation>{0} trainiert gerade. Stoppen Sie es zuerst.</translation>
    </message>
    <message>
        <source>{0} {1} and cannot be moved.</source>
        <translation>{0} {1} und kann nicht verschoben werden.</translation>
    </message>
    <message>
        <source>{0} is being changed by another program. Try again.</source>
        <translation>{0} wird gerade von einem anderen Programm geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>{0} kann nicht geschrieben werden: {1}.</translation>
    </message>
    <message>
        <source>{0} is no run that was sent from GAN Studio.</source>
        <translation>{0} ist kein Lauf, der aus GAN Studio gesendet wurde.</translation>
    </message>
    <message>
        <source>{0} holds two files of one name.</source>
        <translation>{0} enthält zwei Dateien eines Namens.</translation>
    </message>
    <message>
        <source>{0} has more entries than any run.</source>
        <translation>{0} hat mehr Einträge als jeder Lauf.</translation>
    </message>
    <message>
        <source>{0} is damaged, or no run that was sent from GAN Studio.</source>
        <translation>{0} ist beschädigt, oder kein Lauf, der aus GAN Studio gesendet wurde.</translation>
    </message>
    <message>
        <source>{0} holds {1}, which is too large.</source>
        <translation>{0} enthält {1}, das ist zu groß.</translation>
    </message>
    <message>
        <source>{0} was not opened: it was cancelled.</source>
        <translation>{0} wurde nicht geöffnet: es wurde abgebrochen.</translation>
    </message>
    <message>
        <source>{0} cannot be sent: {1}.</source>
        <translation>{0} kann nicht gesendet werden: {1}.</translation>
    </message>
    <message>
        <source>{0} holds no run that can be opened: {1}.</source>
        <translation>{0} enthält keinen Lauf, der sich öffnen lässt: {1}.</translation>
    </message>
    <message>
        <source>There is the picture after step {0} of {1}.</source>
        <translation>Da ist das Bild nach Schritt {0} von {1}.</translation>
    </message>
    <message>
        <source>A picture takes one to {0} styles, not {1}.</source>
        <translation>Ein Bild nimmt einen bis {0} Stile, nicht {1}.</translation>
    </message>
    <message>
        <source>Every style has the weight 0: give at least one of them more.</source>
        <translation>Jeder Stil hat das Gewicht 0: geben Sie mindestens einem mehr.</translation>
    </message>
    <message>
        <source>{0} is {1} x {2} px: too small or too narrow to have a style.</source>
        <translation>{0} ist {1} x {2} px: zu klein oder zu schmal für einen Stil.</translation>
    </message>
    <message>
        <source>The mask of {0} is black everywhere: it says that the style goes nowhere.</source>
        <translation>Die Maske von {0} ist überall schwarz: sie sagt, dass der Stil nirgends hinkommt.</translation>
    </message>
    <message>
        <source>{0} has kept no {1} to make a film of.</source>
        <translation>{0} hat keine {1} behalten, um einen Film daraus zu machen.</translation>
    </message>
    <message>
        <source>{0} leads no pictures to {1}.</source>
        <translation>{0} führt keine Bilder nach {1}.</translation>
    </message>
    <message>
        <source>None of these moments is there any more: the run&apos;s folder has changed.</source>
        <translation>Keinen dieser Momente gibt es mehr: der Ordner des Laufs hat sich geändert.</translation>
    </message>
    <message>
        <source>{0} is in {1} already: choose another folder, or let it be replaced.</source>
        <translation>{0} ist schon in {1}: wählen Sie einen anderen Ordner, oder lassen Sie es ersetzen.</translation>
    </message>
    <message>
        <source>The pictures that {0} was shown with are not there any more.</source>
        <translation>Die Bilder, mit denen {0} gezeigt wurde, sind nicht mehr da.</translation>
    </message>
    <message>
        <source>The run is to be longer than its learning rates were to fall: they go up from {0} of their full size to {1} and fall again. To keep them low instead, continue it with --rates low.</source>
        <translation>Der Lauf soll länger dauern, als seine Lernraten fallen sollten: sie steigen von {0} ihrer vollen Größe auf {1} und fallen wieder. Um sie niedrig zu halten, setzen Sie ihn mit --rates low fort.</translation>
    </message>
    <message>
        <source>Without a number of steps or images to come, the learning rates {0} until step {1} and stay at {2} of their full size from there on.</source>
        <translation>Ohne eine Zahl kommender Schritte oder Bilder {0} die Lernraten bis Schritt {1} und bleiben von da an bei {2} ihrer vollen Größe.</translation>
    </message>
    <message>
        <source>{0} learns from two folders, not from {1}: give side A and side B.</source>
        <translation>{0} lernt von zwei Ordnern, nicht von {1}: geben Sie Seite A und Seite B an.</translation>
    </message>
    <message>
        <source>The learning rates stay at {0} of their full size, as it was wished (--rates low).</source>
        <translation>Die Lernraten bleiben bei {0} ihrer vollen Größe, wie gewünscht (--rates low).</translation>
    </message>
    <message>
        <source>{0} Choose the other encoder, or give a file with the weights of it.</source>
        <translation>{0} Wählen Sie den anderen Encoder, oder geben Sie eine Datei mit seinen Gewichten an.</translation>
    </message>
    <message>
        <source>There is not enough memory left to go on. Stop the training, or choose the CPU in the settings.</source>
        <translation>Es ist nicht genug Speicher übrig, um weiterzumachen. Stoppen Sie das Training, oder wählen Sie in den Einstellungen die CPU.</translation>
    </message>
    <message>
        <source>{0} of {1} {2} in {3}; the same again goes on with the rest.</source>
        <translation>{0} von {1} {2} in {3}; dasselbe noch einmal macht mit dem Rest weiter.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>An error inside the program stopped this ({0}: {1}). The log tells more.</source>
        <translation>Ein Fehler im Programm hat dies beendet ({0}: {1}). Das Protokoll sagt mehr.</translation>
    </message>
    <message>
        <source>work in the background failed</source>
        <translation>Arbeit im Hintergrund ist gescheitert</translation>
    </message>
    <message>
        <source>Drop folders or image files of this computer.</source>
        <translation>Ziehen Sie Ordner oder Bilddateien dieses Computers hinein.</translation>
    </message>
    <message>
        <source>{0} is empty: drop a folder with pictures in it.</source>
        <translation>{0} ist leer: ziehen Sie einen Ordner hinein, in dem Bilder sind.</translation>
    </message>
    <message>
        <source>{0} holds no pictures.</source>
        <translation>{0} enthält keine Bilder.</translation>
    </message>
    <message>
        <source>{0} is no picture: drop pictures, a folder of them, or an archive.</source>
        <translation>{0} ist kein Bild: ziehen Sie Bilder, einen Ordner damit oder ein Archiv hinein.</translation>
    </message>
    <message>
        <source>Prepared images</source>
        <translation>Vorbereitete Bilder</translation>
    </message>
    <message>
        <source>Damaged preferences are back at their defaults: {0}</source>
        <translation>Beschädigte Einstellungen sind wieder auf ihren Vorgaben: {0}</translation>
    </message>
    <message>
        <source>{0}; the old file is kept as {1}.</source>
        <translation>{0}; die alte Datei ist als {1} behalten.</translation>
    </message>
    <message>
        <source>not an object</source>
        <translation>kein Objekt</translation>
    </message>
    <message>
        <source>The preferences were damaged and are back at their defaults</source>
        <translation>Die Einstellungen waren beschädigt und sind wieder auf ihren Vorgaben</translation>
    </message>
    <message>
        <source>{0} cannot be loaded: {1}. Install GAN Studio again.</source>
        <translation>{0} kann nicht geladen werden: {1}. Installieren Sie GAN Studio neu.</translation>
    </message>
    <message>
        <source>looking at pictures</source>
        <translation>beim Ansehen der Bilder</translation>
    </message>
    <message>
        <source>save the journey</source>
        <translation>die Reise speichern</translation>
    </message>
    <message>
        <source>save the directions</source>
        <translation>die Richtungen speichern</translation>
    </message>
    <message>
        <source>saving the journey</source>
        <translation>beim Speichern der Reise</translation>
    </message>
    <message>
        <source>This run has no samples to take a picture from.</source>
        <translation>Dieser Lauf hat keine Proben, aus denen ein Bild zu nehmen wäre.</translation>
    </message>
    <message>
        <source>The training process ended unexpectedly (status {0}). What was saved before can be resumed.</source>
        <translation>Der Trainingsprozess endete unerwartet (Status {0}). Was vorher gespeichert wurde, kann fortgesetzt werden.</translation>
    </message>
    <message>
        <source>{0} cannot be started: {1}.</source>
        <translation>{0} kann nicht gestartet werden: {1}.</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translation>Wählen Sie zuerst einen Lauf.</translation>
    </message>
    <message>
        <source>Something inside the program went wrong ({0}: {1}).</source>
        <translation>Im Programm ging etwas schief ({0}: {1}).</translation>
    </message>
    <message>
        <source>This PySide6 and this Python do not work together: use PySide6 below 6.12 on Python 3.11, or Python 3.12.</source>
        <translation>Dieses PySide6 und dieses Python vertragen sich nicht: nehmen Sie PySide6 unter 6.12 mit Python 3.11, oder Python 3.12.</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Best score</source>
        <translation>Beste Bewertung</translation>
    </message>
    <message>
        <source>In each class</source>
        <translation>In jeder Klasse</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>Erster Seed</translation>
    </message>
    <message>
        <source>batch {0} or resolution {1}</source>
        <translation>Batch {0} oder Auflösung {1}</translation>
    </message>
    <message>
        <source>{0}, {1} free.</source>
        <translation>{0}, {1} frei.</translation>
    </message>
    <message>
        <source>PyTorch {0}, built for {1}</source>
        <translation>PyTorch {0}, gebaut für {1}</translation>
    </message>
    <message>
        <source>PyTorch {0}, built for the CPU</source>
        <translation>PyTorch {0}, gebaut für die CPU</translation>
    </message>
    <message>
        <source>Linear GAN</source>
        <translation>Lineares GAN</translation>
    </message>
    <message>
        <source>Note 1</source>
        <translation>Skript 1</translation>
    </message>
    <message>
        <source>Note 3</source>
        <translation>Skript 3</translation>
    </message>
    <message>
        <source>Note 4</source>
        <translation>Skript 4</translation>
    </message>
    <message>
        <source>Note 5</source>
        <translation>Skript 5</translation>
    </message>
    <message>
        <source>DCGAN</source>
        <translation>DCGAN</translation>
    </message>
    <message>
        <source>Pictures of 32 to 64 px, from about a thousand images on; a good first choice without a GPU.</source>
        <translation>Bilder von 32 bis 64 px, ab etwa tausend Bildern; eine gute erste Wahl ohne GPU.</translation>
    </message>
    <message>
        <source>LeakyReLU in the generator; dropout and replicated borders in the discriminator; AdamW</source>
        <translation>LeakyReLU im Generator; Dropout und wiederholte Ränder im Diskriminator; AdamW</translation>
    </message>
    <message>
        <source>Upsampling GAN</source>
        <translation>Upsampling-GAN</translation>
    </message>
    <message>
        <source>Small colour pictures such as CIFAR-10; the steady preset is the best choice without a GPU.</source>
        <translation>Kleine farbige Bilder wie CIFAR-10; die ruhige Voreinstellung ist ohne GPU die beste Wahl.</translation>
    </message>
    <message>
        <source>Note 2</source>
        <translation>Skript 2</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Conditional GAN</source>
        <translation>Bedingtes GAN</translation>
    </message>
    <message>
        <source>Projection</source>
        <translation>Projektion</translation>
    </message>
    <message>
        <source>Convolutions; the discriminator judges the class by a scalar product</source>
        <translation>Faltungen; der Diskriminator beurteilt die Klasse durch ein Skalarprodukt</translation>
    </message>
    <message>
        <source>WGAN</source>
        <translation>WGAN</translation>
    </message>
    <message>
        <source>A critic measures how far the pictures are from real ones; its loss falls as they get better.</source>
        <translation>Ein Kritiker misst, wie weit die Bilder von echten entfernt sind; sein Verlust fällt, wenn sie besser werden.</translation>
    </message>
    <message>
        <source>When a GAN collapses or its losses say nothing; slower, because the critic moves five times as often.</source>
        <translation>Wenn ein GAN kollabiert oder seine Verluste nichts sagen; langsamer, weil der Kritiker fünfmal so oft zieht.</translation>
    </message>
    <message>
        <source>WGAN-GP</source>
        <translation>WGAN-GP</translation>
    </message>
    <message>
        <source>The steadiest of the classic GANs; choose it when others collapse and time is no matter.</source>
        <translation>Das ruhigste der klassischen GANs; wählen Sie es, wenn andere kollabieren und Zeit keine Rolle spielt.</translation>
    </message>
    <message>
        <source>Lambda 10, k = 1, five critic steps, Adam at 0.0001 with betas 0 and 0.9</source>
        <translation>Lambda 10, k = 1, fünf Kritikerschritte, Adam mit 0,0001 und Betas 0 und 0,9</translation>
    </message>
    <message>
        <source>Slope 0</source>
        <translation>Steigung 0</translation>
    </message>
    <message>
        <source>The same with k = 0, which the second note&apos;s formula leaves open</source>
        <translation>Dasselbe mit k = 0, was die Formel des zweiten Skripts offenlässt</translation>
    </message>
    <message>
        <source>ProGAN</source>
        <translation>ProGAN</translation>
    </message>
    <message>
        <source>To see a GAN grow; 32 to 128 px. Long runs: every doubling needs its share of the images.</source>
        <translation>Um ein GAN wachsen zu sehen; 32 bis 128 px. Lange Läufe: jede Verdopplung braucht ihren Teil der Bilder.</translation>
    </message>
    <message>
        <source>600 thousand images for each fade and each size, 512 channels</source>
        <translation>600 Tausend Bilder für jedes Einblenden und jede Größe, 512 Kanäle</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Kurz</translation>
    </message>
    <message>
        <source>10 thousand images for each: grows to 32 px within minutes on a GPU</source>
        <translation>Je 10 Tausend Bilder: wächst auf einer GPU in Minuten auf 32 px</translation>
    </message>
    <message>
        <source>StyleGAN</source>
        <translation>StyleGAN</translation>
    </message>
    <message>
        <source>The first style-based GAN: styles set the statistics of each layer, noise the details; it grows like ProGAN.</source>
        <translation>Das erste stilbasierte GAN: Stile setzen die Statistik jeder Schicht, Rauschen die Einzelheiten; es wächst wie ProGAN.</translation>
    </message>
    <message>
        <source>To see styles and growing together; StyleGAN2 gives better pictures in the same time.</source>
        <translation>Um Stile und Wachsen zusammen zu sehen; StyleGAN2 gibt in derselben Zeit bessere Bilder.</translation>
    </message>
    <message>
        <source>StyleGAN2</source>
        <translation>StyleGAN2</translation>
    </message>
    <message>
        <source>64 to 256 px with a GPU and an hour or more; a few hundred images will do with augmentation.</source>
        <translation>64 bis 256 px mit einer GPU und einer Stunde oder mehr; mit Augmentierung genügen einige hundert Bilder.</translation>
    </message>
    <message>
        <source>Adaptive</source>
        <translation>Adaptiv</translation>
    </message>
    <message>
        <source>CIFAR</source>
        <translation>CIFAR</translation>
    </message>
    <message>
        <source>32 px as in the ADA paper: no residual ways, no style mixing, gamma 0.01</source>
        <translation>32 px wie in der ADA-Arbeit: keine Residualwege, keine Stilmischung, Gamma 0,01</translation>
    </message>
    <message>
        <source>R3GAN</source>
        <translation>R3GAN</translation>
    </message>
    <message>
        <source>32 px, 768 channels: 21 million weights each; without the paper&apos;s augmentation</source>
        <translation>32 px, 768 Kanäle: je 21 Millionen Gewichte; ohne die Augmentierung der Arbeit</translation>
    </message>
    <message>
        <source>FFHQ 64</source>
        <translation>FFHQ 64</translation>
    </message>
    <message>
        <source>64 px, 768 channels, gamma 2 falling to 0.2; without the paper&apos;s augmentation</source>
        <translation>64 px, 768 Kanäle, Gamma 2 fällt auf 0,2; ohne die Augmentierung der Arbeit</translation>
    </message>
    <message>
        <source>FFHQ 256</source>
        <translation>FFHQ 256</translation>
    </message>
    <message>
        <source>256 px, 768 channels, gamma 150 falling to 15; without the paper&apos;s augmentation</source>
        <translation>256 px, 768 Kanäle, Gamma 150 fällt auf 15; ohne die Augmentierung der Arbeit</translation>
    </message>
    <message>
        <source>FastGAN</source>
        <translation>FastGAN</translation>
    </message>
    <message>
        <source>A light GAN for few pictures; its discriminator learns to redraw what it sees instead of knowing it by heart.</source>
        <translation>Ein leichtes GAN für wenige Bilder; sein Diskriminator lernt, Gesehenes neu zu zeichnen, statt es auswendig zu kennen.</translation>
    </message>
    <message>
        <source>20 to 1,000 pictures, 64 to 256 px, when StyleGAN2 takes too long; expect it to repeat what it saw.</source>
        <translation>20 bis 1.000 Bilder, 64 bis 256 px, wenn StyleGAN2 zu lange dauert; rechnen Sie damit, dass es Gesehenes wiederholt.</translation>
    </message>
    <message>
        <source>256 px, 64 channels: 29 million weights in the generator</source>
        <translation>256 px, 64 Kanäle: 29 Millionen Gewichte im Generator</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>64 px, 16 channels: for a computer without a GPU</source>
        <translation>64 px, 16 Kanäle: für einen Computer ohne GPU</translation>
    </message>
    <message>
        <source>CycleGAN</source>
        <translation>CycleGAN</translation>
    </message>
    <message>
        <source>32 px, a small U-Net: learns within minutes, without a GPU</source>
        <translation>32 px, ein kleines U-Net: lernt in Minuten, ohne GPU</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>64 px, half the channels and 4 blocks, for a computer without a GPU</source>
        <translation>64 px, halb so viele Kanäle und 4 Blöcke, für einen Computer ohne GPU</translation>
    </message>
    <message>
        <source>In 4 GB</source>
        <translation>In 4 GB</translation>
    </message>
    <message>
        <source>256 px within 4 GB of memory: parts are computed twice</source>
        <translation>256 px in 4 GB Speicher: Teile werden zweimal gerechnet</translation>
    </message>
    <message>
        <source>CUT</source>
        <translation>CUT</translation>
    </message>
    <message>
        <source>256 px, 9 blocks, with the identity, 200 + 200 epochs</source>
        <translation>256 px, 9 Blöcke, mit Identität, 200 + 200 Epochen</translation>
    </message>
    <message>
        <source>FastCUT</source>
        <translation>FastCUT</translation>
    </message>
    <message>
        <source>128 px, half the filters: minutes on two cores</source>
        <translation>128 px, halb so viele Filter: Minuten auf zwei Kernen</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>256 px, half the filters, batches of 16: half an hour on a GPU</source>
        <translation>256 px, halb so viele Filter, Batches zu 16: eine halbe Stunde auf einer GPU</translation>
    </message>
    <message>
        <source>256 px, all filters, batches of 4, as published</source>
        <translation>256 px, alle Filter, Batches zu 4, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Super-resolution</source>
        <translation>Superauflösung</translation>
    </message>
    <message>
        <source>the same pictures, small</source>
        <translation>dieselben Bilder, klein</translation>
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
        <translation>23 dichte Blöcke, ein relativistischer Diskriminator, 4-fach, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Real-ESRGAN</source>
        <translation>Real-ESRGAN</translation>
    </message>
    <message>
        <source>23 dense blocks for pictures that were blurred, shrunk and compressed twice, as published</source>
        <translation>23 dichte Blöcke für zweimal verwischte, verkleinerte und komprimierte Bilder, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>Trunkierung</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Auflösung</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Averaging</source>
        <translation>Mittelung</translation>
    </message>
    <message>
        <source>The shown generator is a running mean of the trained one; this is its half-life. 0 shows the trained one.</source>
        <translation>Der gezeigte Generator ist ein gleitendes Mittel des trainierten; dies ist seine Halbwertszeit. 0 zeigt den trainierten.</translation>
    </message>
    <message>
        <source>kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>Latent</source>
        <translation>Latente Größe</translation>
    </message>
    <message>
        <source>Prior</source>
        <translation>Verteilung von z</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Nonsaturating</source>
        <translation>Nicht sättigend</translation>
    </message>
    <message>
        <source>Minimax</source>
        <translation>Minimax</translation>
    </message>
    <message>
        <source>Least squares</source>
        <translation>Kleinste Quadrate</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>Hinge</translation>
    </message>
    <message>
        <source>Wasserstein</source>
        <translation>Wasserstein</translation>
    </message>
    <message>
        <source>Relativistic</source>
        <translation>Relativistisch</translation>
    </message>
    <message>
        <source>Relativistic average</source>
        <translation>Relativistisch gemittelt</translation>
    </message>
    <message>
        <source>Label smoothing</source>
        <translation>Zielglättung</translation>
    </message>
    <message>
        <source>The discriminator&apos;s target for real images is 1 minus this; fakes keep 0 (one-sided).</source>
        <translation>Das Ziel des Diskriminators für echte Bilder ist 1 minus dies; erzeugte behalten 0 (einseitig).</translation>
    </message>
    <message>
        <source>Penalty</source>
        <translation>Strafe</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Zero centred</source>
        <translation>Nullzentriert</translation>
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
        <translation>Gewicht der Strafe</translation>
    </message>
    <message>
        <source>Penalty target</source>
        <translation>Ziel der Strafe</translation>
    </message>
    <message>
        <source>The length of gradient that wgan-gp asks for, k; the others ask for 0.</source>
        <translation>Die Länge des Gradienten, die wgan-gp verlangt, k; die anderen verlangen 0.</translation>
    </message>
    <message>
        <source>Penalty interval</source>
        <translation>Abstand der Strafe</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>After each step every weight of the critic is cut to plus or minus this; 0: not.</source>
        <translation>Nach jedem Schritt wird jedes Gewicht des Kritikers auf plus oder minus dies begrenzt; 0: nicht.</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>Remedies</source>
        <translation>Gegenmittel</translation>
    </message>
    <message>
        <source>Instance noise</source>
        <translation>Bildrauschen</translation>
    </message>
    <message>
        <source>Instance noise kimg</source>
        <translation>Bildrauschen kimg</translation>
    </message>
    <message>
        <source>Thousand images over which that noise falls to nothing; 0: it stays.</source>
        <translation>Tausend Bilder, über die dieses Rauschen auf nichts fällt; 0: es bleibt.</translation>
    </message>
    <message>
        <source>Discrimination</source>
        <translation>Discrimination</translation>
    </message>
    <message>
        <source>Stddev</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>The generator plays against the discriminator as it will be in so many updates; 0: as it is.</source>
        <translation>Der Generator spielt gegen den Diskriminator, wie er in so vielen Aktualisierungen sein wird; 0: wie er ist.</translation>
    </message>
    <message>
        <source>Discriminators</source>
        <translation>Diskriminatoren</translation>
    </message>
    <message>
        <source>Several discriminators with different beginnings; the generator plays against their mean.</source>
        <translation>Mehrere Diskriminatoren mit verschiedenen Anfängen; der Generator spielt gegen ihr Mittel.</translation>
    </message>
    <message>
        <source>Feature matching</source>
        <translation>Merkmalsabgleich</translation>
    </message>
    <message>
        <source>How much the generator also matches the discriminator&apos;s mean features of real images; 0: not.</source>
        <translation>Wie sehr der Generator auch die mittleren Merkmale echter Bilder im Diskriminator trifft; 0: nicht.</translation>
    </message>
    <message>
        <source>Spectral norm</source>
        <translation>Spektralnorm</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
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
        <translation>Augmentierungsart</translation>
    </message>
    <message>
        <source>ADA target</source>
        <translation>ADA-Ziel</translation>
    </message>
    <message>
        <source>ADA speed</source>
        <translation>ADA-Tempo</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Optimizer</source>
        <translation>Optimierer</translation>
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
        <translation>Lernrate Generator</translation>
    </message>
    <message>
        <source>Discriminator lr</source>
        <translation>Lernrate Diskriminator</translation>
    </message>
    <message>
        <source>Beta1</source>
        <translation>Beta 1</translation>
    </message>
    <message>
        <source>Beta2</source>
        <translation>Beta 2</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Generator widths</source>
        <translation>Breiten Generator</translation>
    </message>
    <message>
        <source>Generator norm</source>
        <translation>Norm Generator</translation>
    </message>
    <message>
        <source>After first</source>
        <translation>Nach der ersten</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verborgene</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Generator activation</source>
        <translation>Aktivierung Generator</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Discriminator widths</source>
        <translation>Breiten Diskriminator</translation>
    </message>
    <message>
        <source>Discriminator norm</source>
        <translation>Norm Diskriminator</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Initial std</source>
        <translation>Anfangsstreuung</translation>
    </message>
    <message>
        <source>Spread of the first weights; 0 takes the library&apos;s usual ones.</source>
        <translation>Streuung der ersten Gewichte; 0 nimmt die üblichen der Bibliothek.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Channels of the widest-resolution layer; the inner ones have up to 8 times as many.</source>
        <translation>Kanäle der Schicht mit der größten Auflösung; die inneren haben bis zu 8-mal so viele.</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>radford: as in the paper. notes: LeakyReLU generator; Dropout2d and replicated borders in the discriminator.</source>
        <translation>radford: wie in der Arbeit. notes: Generator mit LeakyReLU; Dropout2d und wiederholte Ränder im Diskriminator.</translation>
    </message>
    <message>
        <source>Radford</source>
        <translation>Radford</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>notes: as in note 2. deep: from 4 px up, with DCGAN&apos;s discriminator without BatchNorm.</source>
        <translation>notes: wie in Skript 2. deep: ab 4 px, mit dem Diskriminator von DCGAN ohne BatchNorm.</translation>
    </message>
    <message>
        <source>Deep</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>Convolutional</source>
        <translation>Faltend</translation>
    </message>
    <message>
        <source>Channels of the widest-resolution layer; for the fully connected one, a quarter of its first layer.</source>
        <translation>Kanäle der Schicht mit der größten Auflösung; bei voll verbundenen ein Viertel der ersten Schicht.</translation>
    </message>
    <message>
        <source>Growing</source>
        <translation>Wachsen</translation>
    </message>
    <message>
        <source>Fade</source>
        <translation>Einblenden</translation>
    </message>
    <message>
        <source>Thousand images while each doubling fades in; 600 in the paper.</source>
        <translation>Tausend Bilder, während derer jede Verdopplung eingeblendet wird; 600 in der Arbeit.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Thousand images at each size before the next doubling; 600 in the paper.</source>
        <translation>Tausend Bilder bei jeder Größe vor der nächsten Verdopplung; 600 in der Arbeit.</translation>
    </message>
    <message>
        <source>Channel base</source>
        <translation>Kanalbasis</translation>
    </message>
    <message>
        <source>A layer of N px has this many channels divided by N; 16384 in the paper.</source>
        <translation>Eine Schicht von N px hat so viele Kanäle geteilt durch N; 16384 in der Arbeit.</translation>
    </message>
    <message>
        <source>Widest</source>
        <translation>Breiteste</translation>
    </message>
    <message>
        <source>Most channels of a layer; 512 in the paper.</source>
        <translation>Die meisten Kanäle einer Schicht; 512 in der Arbeit.</translation>
    </message>
    <message>
        <source>Style mixing</source>
        <translation>Stilmischung</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>Pfadlänge</translation>
    </message>
    <message>
        <source>How much steps in w are asked to change the image evenly; 2 in the paper, 0 saves time in short runs.</source>
        <translation>Wie sehr Schritte in w das Bild gleichmäßig ändern sollen; 2 in der Arbeit, 0 spart in kurzen Läufen Zeit.</translation>
    </message>
    <message>
        <source>Mapping layers</source>
        <translation>Abbildungsschichten</translation>
    </message>
    <message>
        <source>Layers between z and w; 8 in the paper.</source>
        <translation>Schichten zwischen z und w; 8 in der Arbeit.</translation>
    </message>
    <message>
        <source>Style size</source>
        <translation>Stilgröße</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>Residual</translation>
    </message>
    <message>
        <source>Images that minibatch stddev compares with each other; 32 in the paper&apos;s CIFAR runs.</source>
        <translation>Bilder, die die Batch-Streuung miteinander vergleicht; 32 in den CIFAR-Läufen der Arbeit.</translation>
    </message>
    <message>
        <source>Channels up to 32 px, halved with each doubling above; a multiple of 8. 768 in the paper.</source>
        <translation>Kanäle bis 32 px, halbiert bei jeder Verdopplung darüber; ein Vielfaches von 8. 768 in der Arbeit.</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Anlauf</translation>
    </message>
    <message>
        <source>Thousand images over which learning rate (to a quarter), penalty (to a tenth) and Adam&apos;s memory (to 0.99) ease off; set it to the length of the run, 0: they stay.</source>
        <translation>Tausend Bilder, über die Lernrate (auf ein Viertel), Strafe (auf ein Zehntel) und Adams Gedächtnis (auf 0,99) nachlassen; setzen Sie es auf die Länge des Laufs, 0: sie bleiben.</translation>
    </message>
    <message>
        <source>has no checkpoint that can be read</source>
        <translation>hat keinen lesbaren Checkpoint</translation>
    </message>
    <message>
        <source>has no checkpoint yet</source>
        <translation>hat noch keinen Checkpoint</translation>
    </message>
    <message>
        <source>was made by a newer GAN Studio (format {0})</source>
        <translation>wurde von einem neueren GAN Studio gemacht (Format {0})</translation>
    </message>
    <message>
        <source>is damaged (its hash does not match)</source>
        <translation>ist beschädigt (die Prüfsumme stimmt nicht)</translation>
    </message>
    <message>
        <source>cannot be read ({0})</source>
        <translation>ist nicht lesbar ({0})</translation>
    </message>
    <message>
        <source>Checkpoint {0} {1}; an older one is used.</source>
        <translation>Checkpoint {0} {1}; ein älterer wird verwendet.</translation>
    </message>
    <message>
        <source>Channels at 128 px; coarser sizes have up to 16 times as many. 64 in the paper.</source>
        <translation>Kanäle bei 128 px; gröbere Größen haben bis zu 16-mal so viele. 64 in der Arbeit.</translation>
    </message>
    <message>
        <source>The shown generators are running means of the trained ones; this is the half-life. 0 shows the trained ones.</source>
        <translation>Die gezeigten Generatoren sind gleitende Mittel der trainierten; dies ist die Halbwertszeit. 0 zeigt die trainierten.</translation>
    </message>
    <message>
        <source>not developed: a camera&apos;s raw file ({0}){1}; save it as JPEG or TIFF</source>
        <translation>nicht entwickelt: die Rohdatei einer Kamera ({0}){1}; speichern Sie sie als JPEG oder TIFF</translation>
    </message>
    <message>
        <source>, of which only a preview of {0} x {1} px could be read</source>
        <translation>, von der nur eine Vorschau von {0} x {1} px lesbar ist</translation>
    </message>
    <message>
        <source>a Parquet table that is packed or damaged</source>
        <translation>eine gepackte oder beschädigte Parquet-Tabelle</translation>
    </message>
    <message>
        <source>a Parquet table that is locked with a key</source>
        <translation>eine mit einem Schlüssel verschlossene Parquet-Tabelle</translation>
    </message>
    <message>
        <source>a Parquet table, which needs pyarrow: {0}</source>
        <translation>eine Parquet-Tabelle, die pyarrow braucht: {0}</translation>
    </message>
    <message>
        <source>unreadable: the table is damaged here</source>
        <translation>nicht lesbar: die Tabelle ist hier beschädigt</translation>
    </message>
    <message>
        <source>unreadable: a damaged Parquet table</source>
        <translation>nicht lesbar: eine beschädigte Parquet-Tabelle</translation>
    </message>
    <message>
        <source>not an image: a Parquet table whose columns hold the bytes of no pictures</source>
        <translation>kein Bild: eine Parquet-Tabelle, deren Spalten keine Bilder enthalten</translation>
    </message>
    <message>
        <source>not an image: an empty row of a table</source>
        <translation>kein Bild: eine leere Zeile einer Tabelle</translation>
    </message>
    <message>
        <source>not an image: a Parquet table without a column of pictures</source>
        <translation>kein Bild: eine Parquet-Tabelle ohne Bildspalte</translation>
    </message>
    <message>
        <source>too large: a table of {0} rows</source>
        <translation>zu groß: eine Tabelle mit {0} Zeilen</translation>
    </message>
    <message>
        <source>known when it is looked at in a child</source>
        <translation>bekannt, wenn ein Kindprozess sie angesehen hat</translation>
    </message>
    <message>
        <source>Channels of the first layers; the inner ones have up to 8 times as many.</source>
        <translation>Kanäle der ersten Schichten; die inneren haben bis zu 8-mal so viele.</translation>
    </message>
    <message>
        <source>{0}; style transfer needs SqueezeNet 1.1, VGG16 or VGG19.</source>
        <translation>{0}; die Stilübertragung braucht SqueezeNet 1.1, VGG16 oder VGG19.</translation>
    </message>
    <message>
        <source>its pictures are worse than blurred training images</source>
        <translation>seine Bilder sind schlechter als unscharfe Trainingsbilder</translation>
    </message>
    <message>
        <source>no score has marked one</source>
        <translation>keine Bewertung hat einen ausgezeichnet</translation>
    </message>
    <message>
        <source>{0} has no best checkpoint: {1}. Take the latest.</source>
        <translation>{0} hat keinen besten Checkpoint: {1}. Nehmen Sie den letzten.</translation>
    </message>
    <message>
        <source>A preset cannot be called {0}: give it a name of up to {1} letters.</source>
        <translation>Eine Voreinstellung kann nicht {0} heißen: Geben Sie ihr einen Namen von höchstens {1} Zeichen.</translation>
    </message>
    <message>
        <source>{0} has a preset called {1} of its own; choose another name.</source>
        <translation>{0} hat selbst eine Voreinstellung namens {1}; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no preset called {0} any more.</source>
        <translation>Es gibt keine Voreinstellung namens {0} mehr.</translation>
    </message>
    <message>
        <source>There are {0} presets already; delete one first.</source>
        <translation>Es gibt schon {0} Voreinstellungen; löschen Sie erst eine.</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}). Move it away, and save your presets anew.</source>
        <translation>{0} ist beschädigt ({1}). Schaffen Sie die Datei beiseite und sichern Sie Ihre Voreinstellungen neu.</translation>
    </message>
    <message>
        <source>Your preset {0} cannot be used: {1}</source>
        <translation>Ihre Voreinstellung {0} ist nicht zu gebrauchen: {1}</translation>
    </message>
    <message>
        <source>There is a preset called {0} already; choose another name.</source>
        <translation>Es gibt schon eine Voreinstellung namens {0}; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{0} does not say where its pictures are, so it cannot be trained anew.</source>
        <translation>{0} sagt nicht, wo seine Bilder liegen, und kann daher nicht neu trainiert werden.</translation>
    </message>
    <message>
        <source>a thread did not end; leaving without it</source>
        <translation>ein Thread endete nicht; es wird ohne ihn beendet</translation>
    </message>
    <message>
        <source>from {0} to {1}{2}</source>
        <translation>von {0} bis {1}{2}</translation>
    </message>
    <message>
        <source>from {0}{1} up</source>
        <translation>ab {0}{1}</translation>
    </message>
    <message>
        <source>up to {0}{1}</source>
        <translation>bis {0}{1}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>einen Text</translation>
    </message>
    <message>
        <source>only one</source>
        <translation>nur eine</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>one folder</source>
        <translation>einem Ordner</translation>
    </message>
    <message>
        <source>{0} folders</source>
        <translation>{0} Ordnern</translation>
    </message>
    <message>
        <source>without a GPU{0}</source>
        <translation>ohne GPU{0}</translation>
    </message>
    <message>
        <source>on a GPU{0}</source>
        <translation>auf einer GPU{0}</translation>
    </message>
    <message>
        <source>up to {0}</source>
        <translation>bis zu {0}</translation>
    </message>
    <message>
        <source>{0}, because {1}</source>
        <translation>{0}, denn {1}</translation>
    </message>
    <message>
        <source> in {0} classes</source>
        <translation> in {0} Klassen</translation>
    </message>
    <message>
        <source>there is {0}</source>
        <translation>es gibt {0}</translation>
    </message>
    <message>
        <source>there are {0}</source>
        <translation>es gibt {0}</translation>
    </message>
    <message>
        <source>{0} picture of about {1} px{2}</source>
        <translation>{0} Bild von etwa {1} px{2}</translation>
    </message>
    <message>
        <source>{0} pictures of about {1} px{2}</source>
        <translation>{0} Bilder von etwa {1} px{2}</translation>
    </message>
    <message>
        <source>{0} to learn {1}</source>
        <translation>{0} zu lernen, {1}</translation>
    </message>
    <message>
        <source> in {0} minutes{1}</source>
        <translation> in {0} Minuten{1}</translation>
    </message>
    <message>
        <source>, which is little: more minutes make better pictures{0}</source>
        <translation>, was wenig ist: mehr Minuten ergeben bessere Bilder{0}</translation>
    </message>
    <message>
        <source>wider networks</source>
        <translation>breitere Netze</translation>
    </message>
    <message>
        <source>, shown shifted and altered so that they are not learned by heart{0}</source>
        <translation>, verschoben und verändert gezeigt, damit sie nicht auswendig gelernt werden{0}</translation>
    </message>
    <message>
        <source>, altered as much as it takes for them not to be learned by heart{0}</source>
        <translation>, so weit verändert, dass sie nicht auswendig gelernt werden{0}</translation>
    </message>
    <message>
        <source>; with so few, expect near copies of them{0}</source>
        <translation>; bei so wenigen sind beinahe Kopien zu erwarten{0}</translation>
    </message>
    <message>
        <source>; at {0} images a second it sees {1} thousand{2}</source>
        <translation>; bei {0} Bildern pro Sekunde sieht es {1} Tausend{2}</translation>
    </message>
    <message>
        <source>; this device has too little memory for it: choose a smaller batch{0}</source>
        <translation>; dieses Gerät hat dafür zu wenig Speicher: wählen Sie einen kleineren Batch{0}</translation>
    </message>
    <message>
        <source> ({0}: only {1} thousand){2}</source>
        <translation> ({0}: nur {1} Tausend){2}</translation>
    </message>
    <message>
        <source>batch {0}</source>
        <translation>Batch {0}</translation>
    </message>
    <message>
        <source>resolution {0}</source>
        <translation>Auflösung {0}</translation>
    </message>
    <message>
        <source>Automatic: {0}</source>
        <translation>Automatisch: {0}</translation>
    </message>
    <message>
        <source>CPU, {0} cores</source>
        <translation>CPU, {0} Kerne</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>last save</source>
        <translation>letzte Sicherung</translation>
    </message>
    <message>
        <source>writing samples</source>
        <translation>beim Schreiben der Proben</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>ein Ordner</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>exact duplicate of {0}</source>
        <translation>genaue Kopie von {0}</translation>
    </message>
    <message>
        <source>near duplicate of {0}</source>
        <translation>beinahe Kopie von {0}</translation>
    </message>
    <message>
        <source>choose the CPU</source>
        <translation>wählen Sie die CPU</translation>
    </message>
    <message>
        <source>a batch of {0}</source>
        <translation>einen Batch von {0}</translation>
    </message>
    <message>
        <source>{0} MB needed</source>
        <translation>{0} MB nötig</translation>
    </message>
    <message>
        <source>{0} MB free</source>
        <translation>{0} MB frei</translation>
    </message>
    <message>
        <source> in {0}</source>
        <translation> in {0}</translation>
    </message>
    <message>
        <source>built for {0}</source>
        <translation>gebaut für {0}</translation>
    </message>
    <message>
        <source>another process</source>
        <translation>einem anderen Prozess</translation>
    </message>
    <message>
        <source>Installed: {0}.</source>
        <translation>Installiert: {0}.</translation>
    </message>
    <message>
        <source>Extra &apos;{0}&apos;</source>
        <translation>Zusatz &apos;{0}&apos;</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>found {0}</source>
        <translation>gefunden {0}</translation>
    </message>
    <message>
        <source>{0} % from {1}</source>
        <translation>{0} % von {1}</translation>
    </message>
    <message>
        <source>Component {0}</source>
        <translation>Komponente {0}</translation>
    </message>
    <message>
        <source>Weights {0}</source>
        <translation>Gewichte {0}</translation>
    </message>
    <message>
        <source>path length</source>
        <translation>Pfadlänge</translation>
    </message>
    <message>
        <source>cycle error</source>
        <translation>Zyklusfehler</translation>
    </message>
    <message>
        <source>feature matching</source>
        <translation>Merkmalsabgleich</translation>
    </message>
    <message>
        <source>unreadable: {0}</source>
        <translation>nicht lesbar: {0}</translation>
    </message>
    <message>
        <source>too large: {0}</source>
        <translation>zu groß: {0}</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>zu groß</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>zu langsam</translation>
    </message>
    <message>
        <source>a link</source>
        <translation>ein Link</translation>
    </message>
    <message>
        <source>the folder {0}</source>
        <translation>der Ordner {0}</translation>
    </message>
    <message>
        <source>colour shift</source>
        <translation>Farbverschiebung</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>discriminator</source>
        <translation>Diskriminator</translation>
    </message>
    <message>
        <source>augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Accumulate</source>
        <translation>Aufteilen</translation>
    </message>
    <message>
        <source>parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Zuschnitt</translation>
    </message>
    <message>
        <source>Flip</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Constant epochs</source>
        <translation>Konstante Epochen</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Decay epochs</source>
        <translation>Fallende Epochen</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Upsampling</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Transposed</source>
        <translation>Transponiert</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Discriminator layers</source>
        <translation>Schichten Diskriminator</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Grey to colour</source>
        <translation>Grau zu Farbe</translation>
    </message>
    <message>
        <source>Colour to grey</source>
        <translation>Farbe zu Grau</translation>
    </message>
    <message>
        <source>Checkpointing</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>Cross entropy</source>
        <translation>Kreuzentropie</translation>
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
        <translation>Entsprechung</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Flip equivariant</source>
        <translation>Spiegelgleich</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Ausschnitte</translation>
    </message>
    <message>
        <source>places</source>
        <translation>Stellen</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>How sharply a place is told from others; lower is sharper.</source>
        <translation>Wie scharf eine Stelle von anderen unterschieden wird; niedriger ist schärfer.</translation>
    </message>
    <message>
        <source>Filters of the first layer; 32 as published, and half of them lose nothing that one sees.</source>
        <translation>Filter der ersten Schicht; 32 wie veröffentlicht, und die Hälfte verliert nichts Sichtbares.</translation>
    </message>
    <message>
        <source>filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Retouches</source>
        <translation>Retuschiert</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Gram</source>
        <translation>Gram</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>Smoothness</source>
        <translation>Glätte</translation>
    </message>
    <message>
        <source>Encoder</source>
        <translation>Encoder</translation>
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
        <translation>Stilgewicht</translation>
    </message>
    <message>
        <source>How much a picture in its own style must come back as it was, pixel by pixel; a quarter of each batch is. 0, as published, takes longer to learn colours.</source>
        <translation>Wie sehr ein Bild in seinem eigenen Stil Pixel für Pixel zurückkommen muss, wie es war; ein Viertel jedes Batches ist so. 0, wie veröffentlicht, braucht länger für die Farben.</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>Ausschnitte</translation>
    </message>
    <message>
        <source>The shown generator is a running mean of the trained one; this is its half-life (0.999 a step, as published).</source>
        <translation>Der gezeigte Generator ist ein gleitendes Mittel des trainierten; dies ist seine Halbwertszeit (0,999 je Schritt, wie veröffentlicht).</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>times</source>
        <translation>-fach</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Degradation</source>
        <translation>Verschlechterung</translation>
    </message>
    <message>
        <source>How pictures are made small: cleanly reduced; blurred, noisy and compressed as photographs are; or so twice.</source>
        <translation>Wie Bilder klein gemacht werden: sauber verkleinert; verwischt, verrauscht und komprimiert wie Fotos; oder das zweimal.</translation>
    </message>
    <message>
        <source>Clean</source>
        <translation>Sauber</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Schwer</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Schärfen</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
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
        <translation>Diskriminator</translation>
    </message>
    <message>
        <source>Vgg</source>
        <translation>VGG</translation>
    </message>
    <message>
        <source>Discriminator width</source>
        <translation>Breite Diskriminator</translation>
    </message>
    <message>
        <source>Channels of the discriminator&apos;s first layer; inner ones have up to 8 times as many.</source>
        <translation>Kanäle der ersten Schicht des Diskriminators; innere haben bis zu 8-mal so viele.</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Fidelity lr</source>
        <translation>Treue-Lernrate</translation>
    </message>
    <message>
        <source>Fidelity weight</source>
        <translation>Treuegewicht</translation>
    </message>
    <message>
        <source>Perceptual weight</source>
        <translation>Wahrnehmungsgewicht</translation>
    </message>
    <message>
        <source>Perceptual depth</source>
        <translation>Wahrnehmungstiefe</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzte</translation>
    </message>
    <message>
        <source>Adversarial weight</source>
        <translation>Gegnergewicht</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Stop when the score has not improved for this many minutes of training; 0: whatever the score does. Counted from when the run began or went on.</source>
        <translation>Stoppen, wenn sich die Bewertung so viele Minuten Training lang nicht verbessert hat; 0: was die Bewertung auch tut. Gezählt ab dem Beginn oder der Fortsetzung des Laufs.</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>Raten</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Smart</source>
        <translation>Klug</translation>
    </message>
    <message>
        <source>Pad</source>
        <translation>Ränder</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Hintergrund</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Classes by hand: cat=tabby+siamese makes one class of two folders, feline=cat gives one another name, =dog leaves one out. Folders that are not named stay as they are.</source>
        <translation>Klassen von Hand: cat=tabby+siamese macht aus zwei Ordnern eine Klasse, feline=cat gibt einer einen anderen Namen, =dog lässt einen weg. Nicht genannte Ordner bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Ausgleich</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>Ähnliche</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Genaue</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>Video rate</source>
        <translation>Videorate</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>Video frames</source>
        <translation>Videobilder</translation>
    </message>
    <message>
        <source>Video from</source>
        <translation>Video ab</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Video to</source>
        <translation>Video bis</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>Testanteil</translation>
    </message>
    <message>
        <source>Smallest</source>
        <translation>Kleinste</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Keep colours</source>
        <translation>Farben behalten</translation>
    </message>
</context>
<context>
    <name>BestPictures</name>
    <message>
        <source>The best pictures</source>
        <translation>Die besten Bilder</translation>
    </message>
    <message>
        <source>Drag one into another program, or copy the row</source>
        <translation>Ziehen Sie eines in ein anderes Programm, oder kopieren Sie die Reihe</translation>
    </message>
</context>
<context>
    <name>BranchSide</name>
    <message>
        <source>The run of this page is saved and stopped if it trains, and stays as it is</source>
        <translation>Der Lauf dieser Seite wird gespeichert und gestoppt, falls er trainiert, und bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>New run from step {0} of {1}</source>
        <translation>Neuer Lauf ab Schritt {0} von {1}</translation>
    </message>
    <message>
        <source>Back to the curves</source>
        <translation>Zurück zu den Kurven</translation>
    </message>
    <message>
        <source>Different from this run: {0}.</source>
        <translation>Anders als in diesem Lauf: {0}.</translation>
    </message>
    <message>
        <source>Choose what is to be different. Unchanged, it goes the same way; what shapes networks stays.</source>
        <translation>Wählen Sie, was anders sein soll. Unverändert geht es genauso weiter; was die Netze formt, bleibt.</translation>
    </message>
</context>
<context>
    <name>BranchStarter</name>
    <message>
        <source>Saving and stopping {0}; a new run goes on from it.</source>
        <translation>{0} wird gespeichert und gestoppt; ein neuer Lauf setzt ihn fort.</translation>
    </message>
    <message>
        <source>{0} is training. Stop it before a branch of another run starts.</source>
        <translation>{0} trainiert gerade. Stoppen Sie es, bevor ein Zweig eines anderen Laufs beginnt.</translation>
    </message>
    <message>
        <source>{0} is ready; resume it on the Runs page.</source>
        <translation>{0} ist bereit; setzen Sie ihn auf der Seite Läufe fort.</translation>
    </message>
    <message>
        <source>{0} goes on from step {1} of {2}, which stays as it is.</source>
        <translation>{0} geht von Schritt {1} von {2} aus weiter; der bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>Budget</name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} kimg</source>
        <translation>{0} kimg</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} Schritte</translation>
    </message>
    <message>
        <source>{0} min without a better score</source>
        <translation>{0} min ohne bessere Bewertung</translation>
    </message>
</context>
<context>
    <name>BudgetRow</name>
    <message>
        <source>Train for</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>ohne Ende</translation>
    </message>
    <message>
        <source>Go on until Stop is pressed</source>
        <translation>Weiter, bis Stopp gedrückt wird</translation>
    </message>
    <message>
        <source>How much training; it can be stopped at any time and gone on with later</source>
        <translation>Wie viel Training; es kann jederzeit gestoppt und später fortgesetzt werden</translation>
    </message>
    <message>
        <source>Or stop when the score does not improve for</source>
        <translation>Oder stoppen, wenn sich die Bewertung nicht verbessert seit</translation>
    </message>
    <message>
        <source>Minutes without a better score</source>
        <translation>Minuten ohne bessere Bewertung</translation>
    </message>
</context>
<context>
    <name>ChosenStyles</name>
    <message>
        <source>A folder has no style: drop single pictures here.</source>
        <translation>Ein Ordner hat keinen Stil: Ziehen Sie einzelne Bilder hierher.</translation>
    </message>
    <message>
        <source>Pictures to take the style of</source>
        <translation>Bilder, deren Stil genommen wird</translation>
    </message>
</context>
<context>
    <name>ClassModel</name>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
</context>
<context>
    <name>ClassTable</name>
    <message>
        <source>Make one class of the chosen folders; to rename a class, type in its column</source>
        <translation>Aus den gewählten Ordnern eine Klasse machen; zum Umbenennen in ihre Spalte schreiben</translation>
    </message>
    <message>
        <source>Make one class</source>
        <translation>Zu einer Klasse machen</translation>
    </message>
    <message>
        <source>As the folders are</source>
        <translation>Wie die Ordner sind</translation>
    </message>
    <message>
        <source>Each folder is a class again</source>
        <translation>Jeder Ordner ist wieder eine Klasse</translation>
    </message>
    <message>
        <source>Use these classes</source>
        <translation>Diese Klassen verwenden</translation>
    </message>
    <message>
        <source>Prepare the pictures with them</source>
        <translation>Die Bilder damit vorbereiten</translation>
    </message>
    <message>
        <source>{0} classes: {1}</source>
        <translation>{0} Klassen: {1}</translation>
    </message>
    <message>
        <source>No class is left.</source>
        <translation>Es bleibt keine Klasse übrig.</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message>
        <source>Close GAN Studio</source>
        <translation>GAN Studio schließen</translation>
    </message>
    <message>
        <source>{0} is still learning.</source>
        <translation>{0} lernt noch.</translation>
    </message>
    <message>
        <source>What it has learnt is saved, and the next start offers to go on.</source>
        <translation>Was gelernt wurde, ist gespeichert, und der nächste Start bietet an, weiterzumachen.</translation>
    </message>
    <message>
        <source>Stop and save</source>
        <translation>Stoppen und speichern</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Always stop and save without asking</source>
        <translation>Immer ohne Frage stoppen und speichern</translation>
    </message>
</context>
<context>
    <name>ColumnTitles</name>
    <message>
        <source>What the columns show</source>
        <translation>Was die Spalten zeigen</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>One number of all runs over time</source>
        <translation>Eine Zahl aller Läufe über die Zeit</translation>
    </message>
    <message>
        <source>Wheel and drag look closer, double-click shows all</source>
        <translation>Mausrad und Ziehen sehen näher hin, Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>The settings whose values are not the same in all of these runs</source>
        <translation>Die Einstellungen, deren Werte nicht in allen diesen Läufen gleich sind</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Unterschiede der Einstellungen</translation>
    </message>
    <message>
        <source>Compare only what rests on the same number of images N and the same features</source>
        <translation>Vergleichen Sie nur, was auf gleich vielen Bildern N und denselben Merkmalen beruht</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>None of these runs has scores.</source>
        <translation>Keiner dieser Läufe hat Bewertungen.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>Back to all runs (Escape)</source>
        <translation>Zurück zu allen Läufen (Escape)</translation>
    </message>
    <message>
        <source>Report (HTML)…</source>
        <translation>Bericht (HTML)…</translation>
    </message>
    <message>
        <source>One page with the pictures and plots in it, for any browser</source>
        <translation>Eine Seite mit den Bildern und Kurven darin, für jeden Browser</translation>
    </message>
    <message>
        <source>Numbers (CSV)…</source>
        <translation>Zahlen (CSV)…</translation>
    </message>
    <message>
        <source>Every number of these runs, for a spreadsheet</source>
        <translation>Jede Zahl dieser Läufe, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>Last samples of {0}</source>
        <translation>Letzte Proben von {0}</translation>
    </message>
    <message>
        <source>Wheel zooms, drag moves</source>
        <translation>Mausrad vergrößert, Ziehen verschiebt</translation>
    </message>
    <message>
        <source>No samples</source>
        <translation>Keine Proben</translation>
    </message>
    <message>
        <source>Draw this number</source>
        <translation>Diese Zahl zeichnen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps along the axis</source>
        <translation>Schritte auf der Achse</translation>
    </message>
    <message>
        <source>kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>Thousands of images seen along the axis</source>
        <translation>Tausende gesehener Bilder auf der Achse</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Minutes of training along the axis</source>
        <translation>Minuten des Trainings auf der Achse</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>Alle Einstellungen sind gleich.</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>best while training</source>
        <translation>beste im Training</translation>
    </message>
    <message>
        <source>evaluated</source>
        <translation>ausgewertet</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>höher ist besser</translation>
    </message>
    <message>
        <source>N {0}, {1}; {2}. Scores with other N or features are left out.</source>
        <translation>N {0}, {1}; {2}. Bewertungen mit anderem N oder anderen Merkmalen fehlen.</translation>
    </message>
</context>
<context>
    <name>ComputerCard</name>
    <message>
        <source>Which PyTorch and graphics card are here, what is missing, what mends it.</source>
        <translation>Welches PyTorch und welche Grafikkarte hier sind, was fehlt und was es behebt.</translation>
    </message>
    <message>
        <source>Look at this computer</source>
        <translation>Diesen Computer ansehen</translation>
    </message>
    <message>
        <source>Takes some seconds</source>
        <translation>Dauert einige Sekunden</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Puts all of it on the clipboard, without your name or home folder</source>
        <translation>Legt alles in die Zwischenablage, ohne Ihren Namen und persönlichen Ordner</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Looking...</source>
        <translation>Wird angesehen...</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to mend.</source>
        <translation>
            <numerusform>%n Sache ist zu beheben.</numerusform>
            <numerusform>%n Dinge sind zu beheben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing needs mending.</source>
        <translation>Nichts ist zu beheben.</translation>
    </message>
</context>
<context>
    <name>CurrentRun</name>
    <message>
        <source>A run is training. Stop it before the next one starts.</source>
        <translation>Ein Lauf trainiert gerade. Stoppen Sie ihn, bevor der nächste beginnt.</translation>
    </message>
    <message>
        <source>A run is training. Stop it before another one goes on.</source>
        <translation>Ein Lauf trainiert gerade. Stoppen Sie ihn, bevor ein anderer weitergeht.</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>D(G(z)) generated</source>
        <translation>D(G(z)) erzeugt</translation>
    </message>
    <message>
        <source>D of held-out real</source>
        <translation>D zurückgehaltener echter</translation>
    </message>
    <message>
        <source>D(x) real</source>
        <translation>D(x) echt</translation>
    </message>
</context>
<context>
    <name>CurveToggle</name>
    <message>
        <source>Show or hide {0}</source>
        <translation>{0} zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>DataSetController</name>
    <message>
        <source>Opening the run…</source>
        <translation>Der Lauf wird geöffnet…</translation>
    </message>
    <message>
        <source>Fill up these pictures</source>
        <translation>Diese Bilder auffüllen</translation>
    </message>
    <message>
        <source>Test on these pictures</source>
        <translation>Mit diesen Bildern testen</translation>
    </message>
    <message>
        <source>Write the data set to</source>
        <translation>Den Datensatz schreiben nach</translation>
    </message>
    <message>
        <source>Reading the pictures</source>
        <translation>Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Drawing and filtering</source>
        <translation>Zeichnen und Filtern</translation>
    </message>
    <message>
        <source>Training classifiers</source>
        <translation>Klassifikatoren werden trainiert</translation>
    </message>
    <message>
        <source>{0}: {1} of {2}</source>
        <translation>{0}: {1} von {2}</translation>
    </message>
    <message>
        <source>{0}, about {1} left</source>
        <translation>{0}, noch etwa {1}</translation>
    </message>
</context>
<context>
    <name>DataSetForm</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Data set for training</source>
        <translation>Datensatz für das Training</translation>
    </message>
    <message>
        <source>Fills rare classes up with what this run draws, and says whether that helps.</source>
        <translation>Füllt seltene Klassen mit dem auf, was dieser Lauf zeichnet, und sagt, ob das hilft.</translation>
    </message>
    <message>
        <source>Made: {0}.</source>
        <translation>Fertig: {0}.</translation>
    </message>
    <message>
        <source>{0} of {1} {2}</source>
        <translation>{0} von {1} {2}</translation>
    </message>
    <message>
        <source>Stopped. Make it again to go on with what is there.</source>
        <translation>Gestoppt. Noch einmal erstellen macht mit dem weiter, was da ist.</translation>
    </message>
    <message>
        <source>So many pictures in each class, the real ones counted; 0: as in the largest</source>
        <translation>So viele Bilder in jeder Klasse, die echten mitgezählt; 0: wie in der größten</translation>
    </message>
    <message>
        <source>Below 1 more typical and less varied, 1 as learnt, above 1 wider</source>
        <translation>Unter 1 typischer und weniger vielfältig, 1 wie gelernt, über 1 breiter</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>A folder for each class, as ImageFolder reads them</source>
        <translation>Ein Ordner für jede Klasse, wie ImageFolder sie liest</translation>
    </message>
    <message>
        <source>Tars of pictures with their labels</source>
        <translation>Tar-Archive mit Bildern und ihren Klassen</translation>
    </message>
    <message>
        <source>Pictures, and a table of their paths and labels</source>
        <translation>Bilder und eine Tabelle ihrer Pfade und Klassen</translation>
    </message>
    <message>
        <source>The real pictures too</source>
        <translation>Auch die echten Bilder</translation>
    </message>
    <message>
        <source>So that the set is complete</source>
        <translation>Damit der Satz vollständig ist</translation>
    </message>
    <message>
        <source>Say whether it helps</source>
        <translation>Sagen, ob es hilft</translation>
    </message>
    <message>
        <source>Trains classifiers with and without the set, and tests them on pictures nobody has seen</source>
        <translation>Trainiert Klassifikatoren mit und ohne den Satz und testet sie an Bildern, die niemand gesehen hat</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>The ResNet on a graphics card, else the linear head</source>
        <translation>Auf einer Grafikkarte das ResNet, sonst der lineare Kopf</translation>
    </message>
    <message>
        <source>Linear head</source>
        <translation>Linearer Kopf</translation>
    </message>
    <message>
        <source>On features that are here already: some minutes anywhere</source>
        <translation>Auf Merkmalen, die schon da sind: überall einige Minuten</translation>
    </message>
    <message>
        <source>The whole network, from nothing: hours without a graphics card</source>
        <translation>Das ganze Netz, von Anfang an: ohne Grafikkarte Stunden</translation>
    </message>
    <message>
        <source>0: the largest</source>
        <translation>0: die größte</translation>
    </message>
    <message>
        <source>Fill up</source>
        <translation>Auffüllen</translation>
    </message>
    <message>
        <source>Choose the folder to fill up</source>
        <translation>Den Ordner wählen, der aufgefüllt wird</translation>
    </message>
    <message>
        <source>In each class</source>
        <translation>In jeder Klasse</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>Trunkierung</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Test on</source>
        <translation>Testen mit</translation>
    </message>
    <message>
        <source>Choose pictures that the run has never seen</source>
        <translation>Bilder wählen, die der Lauf nie gesehen hat</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose a new or empty folder to write to</source>
        <translation>Einen neuen oder leeren Ordner wählen, in den geschrieben wird</translation>
    </message>
    <message>
        <source>What the discriminator rejects</source>
        <translation>Was der Diskriminator zurückweist</translation>
    </message>
    <message>
        <source>Rejection sampling by its outputs</source>
        <translation>Rejection Sampling nach seinen Ausgaben</translation>
    </message>
    <message>
        <source>Copies of learned pictures</source>
        <translation>Kopien gelernter Bilder</translation>
    </message>
    <message>
        <source>What lies nearer to one than they to each other</source>
        <translation>Was einem näher liegt als diese einander</translation>
    </message>
    <message>
        <source>What is unlike the real ones</source>
        <translation>Was den echten nicht gleicht</translation>
    </message>
    <message>
        <source>What lies in no ball around a real picture</source>
        <translation>Was in keiner Kugel um ein echtes Bild liegt</translation>
    </message>
    <message>
        <source>What looks like another class</source>
        <translation>Was nach einer anderen Klasse aussieht</translation>
    </message>
    <message>
        <source>By a classifier of the real pictures</source>
        <translation>Nach einem Klassifikator der echten Bilder</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Making the data set</source>
        <translation>Der Datensatz wird erstellt</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Draw, filter and write the pictures</source>
        <translation>Die Bilder zeichnen, filtern und schreiben</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop; the same again goes on with what is there</source>
        <translation>Stoppen; dasselbe noch einmal macht mit dem weiter, was da ist</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>Balanced accuracy by the share of real pictures</source>
        <translation>Ausgewogene Genauigkeit nach dem Anteil echter Bilder</translation>
    </message>
    <message>
        <source>Points of balanced accuracy on pictures that nobody has seen, over percents of the real ones</source>
        <translation>Punkte ausgewogener Genauigkeit an ungesehenen Bildern, über Prozent der echten</translation>
    </message>
    <message>
        <source>What it learned from</source>
        <translation>Wovon es gelernt hat</translation>
    </message>
    <message>
        <source>What it set aside</source>
        <translation>Was es beiseitegelegt hat</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
</context>
<context>
    <name>DataSetResult</name>
    <message>
        <source>{0} pictures made.</source>
        <translation>{0} Bilder erstellt.</translation>
    </message>
</context>
<context>
    <name>DataSetTask</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
</context>
<context>
    <name>DatasetCard</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Picture {0} of {1}</source>
        <translation>Bild {0} von {1}</translation>
    </message>
    <message>
        <source>Looking for pictures…</source>
        <translation>Bilder werden gesucht…</translation>
    </message>
    <message>
        <source>All {0} are read; looking for copies…</source>
        <translation>Alle {0} sind gelesen; Kopien werden gesucht…</translation>
    </message>
    <message>
        <source>{0} left out, and why</source>
        <translation>{0} weggelassen, und warum</translation>
    </message>
    <message>
        <source>Small ones from {0}</source>
        <translation>Kleine aus {0}</translation>
    </message>
    <message>
        <source>Made small here</source>
        <translation>Hier verkleinert</translation>
    </message>
    <message>
        <source>{0} classes: {1}</source>
        <translation>{0} Klassen: {1}</translation>
    </message>
    <message>
        <source>{0} folders: {1}</source>
        <translation>{0} Ordner: {1}</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
    <message>
        <source>Learn the {0} classes</source>
        <translation>Die {0} Klassen lernen</translation>
    </message>
    <message>
        <source>Choose other images</source>
        <translation>Andere Bilder wählen</translation>
    </message>
    <message>
        <source>Remove these images from the page; the files stay where they are</source>
        <translation>Diese Bilder von der Seite nehmen; die Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Decoding</source>
        <translation>Dekodieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop preparing these images</source>
        <translation>Aufhören, diese Bilder vorzubereiten</translation>
    </message>
    <message>
        <source>The first pictures</source>
        <translation>Die ersten Bilder</translation>
    </message>
    <message>
        <source>Learn pictures of their own shape instead of cutting them to squares</source>
        <translation>Bilder in ihrer eigenen Form lernen, statt sie quadratisch zu beschneiden</translation>
    </message>
    <message>
        <source>Label each picture with the folder that it lies in</source>
        <translation>Jedes Bild nach dem Ordner benennen, in dem es liegt</translation>
    </message>
    <message>
        <source>Show or hide the files that are not used, with the reasons</source>
        <translation>Die nicht verwendeten Dateien und ihre Gründe zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Copy this list</source>
        <translation>Diese Liste kopieren</translation>
    </message>
    <message>
        <source>Of each pair: what it is given, and what it should give back.</source>
        <translation>Von jedem Paar: was es bekommt und was es zurückgeben soll.</translation>
    </message>
    <message>
        <source>Look through…</source>
        <translation>Durchsehen…</translation>
    </message>
    <message>
        <source>See all pictures, and leave out some by hand</source>
        <translation>Alle Bilder sehen und einige von Hand weglassen</translation>
    </message>
    <message>
        <source>Merge, rename and leave out classes</source>
        <translation>Klassen zusammenlegen, umbenennen und weglassen</translation>
    </message>
    <message>
        <source>Classes by hand</source>
        <translation>Klassen von Hand</translation>
    </message>
    <message>
        <source>A folder with the same pictures, small, under the same names; else they are made small here</source>
        <translation>Ein Ordner mit denselben Bildern, klein, unter denselben Namen; sonst werden sie hier verkleinert</translation>
    </message>
    <message>
        <source>I have small ones…</source>
        <translation>Ich habe kleine…</translation>
    </message>
    <message>
        <source>Make them small here instead</source>
        <translation>Stattdessen hier verkleinern</translation>
    </message>
    <message>
        <source>Show or hide flips, classes, background and what is left out</source>
        <translation>Spiegelungen, Klassen, Hintergrund und Weggelassenes zeigen oder verbergen</translation>
    </message>
    <message>
        <source>More on preparation</source>
        <translation>Mehr zur Vorbereitung</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
    <message>
        <source>1 picture</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>{0} pictures</source>
        <translation>{0} Bilder</translation>
    </message>
    <message>
        <source>originals {0} × {1} px</source>
        <translation>Originale {0} × {1} px</translation>
    </message>
    <message>
        <source>originals {0} × {1} to {2} × {3} px</source>
        <translation>Originale {0} × {1} bis {2} × {3} px</translation>
    </message>
</context>
<context>
    <name>Deleting</name>
    <message>
        <source>{0} cannot be deleted: {1}.</source>
        <translation>{0} kann nicht gelöscht werden: {1}.</translation>
    </message>
    <message>
        <source>{0} was deleted.</source>
        <translation>{0} wurde gelöscht.</translation>
    </message>
    <message>
        <source>{0} runs were deleted.</source>
        <translation>{0} Läufe wurden gelöscht.</translation>
    </message>
    <message>
        <source>{0} cannot be put back: {1}. It lies in {2}.</source>
        <translation>{0} kann nicht zurückgelegt werden: {1}. Es liegt in {2}.</translation>
    </message>
</context>
<context>
    <name>DesktopNotes</name>
    <message>
        <source>{0} is written.</source>
        <translation>{0} ist geschrieben.</translation>
    </message>
    <message>
        <source>{0} is ready.</source>
        <translation>{0} ist fertig.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) written.</source>
        <translation>
            <numerusform>%n Bild geschrieben.</numerusform>
            <numerusform>%n Bilder geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Fertig.</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the next run trains</source>
        <translation>Wo der nächste Lauf trainiert</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
</context>
<context>
    <name>DirectionsController</name>
    <message>
        <source>Found: {0} of the variety</source>
        <translation>Gefunden: {0} der Vielfalt</translation>
    </message>
    <message>
        <source>Taken from the weights: {0} of the first layer</source>
        <translation>Aus den Gewichten: {0} der ersten Schicht</translation>
    </message>
    <message>
        <source>Taught by examples</source>
        <translation>Durch Beispiele gelehrt</translation>
    </message>
</context>
<context>
    <name>DirectionsPanel</name>
    <message>
        <source>Find directions</source>
        <translation>Richtungen suchen</translation>
    </message>
    <message>
        <source>Those in which pictures differ most (principal components)</source>
        <translation>Die, in denen sich Bilder am meisten unterscheiden (Hauptkomponenten)</translation>
    </message>
    <message>
        <source>Take from the weights</source>
        <translation>Aus den Gewichten nehmen</translation>
    </message>
    <message>
        <source>What the first layer amplifies most (SeFa); at once, without samples</source>
        <translation>Was die erste Schicht am stärksten verstärkt (SeFa); sofort, ohne Proben</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Suche beenden</translation>
    </message>
    <message>
        <source>Directions change one thing at a time: find some, then drag their sliders.</source>
        <translation>Richtungen ändern eins nach dem anderen: suchen Sie welche und ziehen Sie dann ihre Regler.</translation>
    </message>
    <message>
        <source>Has it ({0})</source>
        <translation>Hat es ({0})</translation>
    </message>
    <message>
        <source>Has it not ({0})</source>
        <translation>Hat es nicht ({0})</translation>
    </message>
    <message>
        <source>The picture on show is an example that has it</source>
        <translation>Das gezeigte Bild ist ein Beispiel, das es hat</translation>
    </message>
    <message>
        <source>The picture on show is an example that has it not</source>
        <translation>Das gezeigte Bild ist ein Beispiel, das es nicht hat</translation>
    </message>
    <message>
        <source>Forget all examples</source>
        <translation>Alle Beispiele vergessen</translation>
    </message>
    <message>
        <source>Name of the attribute</source>
        <translation>Name des Merkmals</translation>
    </message>
    <message>
        <source>A word for what the examples have</source>
        <translation>Ein Wort für das, was die Beispiele haben</translation>
    </message>
    <message>
        <source>What they have: red, round ...</source>
        <translation>Was sie haben: rot, rund ...</translation>
    </message>
    <message>
        <source>Teach</source>
        <translation>Lehren</translation>
    </message>
    <message>
        <source>Find the direction that leads from those without to those with</source>
        <translation>Die Richtung suchen, die von denen ohne zu denen mit führt</translation>
    </message>
    <message>
        <source>Walk to pictures that have something and to some that do not, and say which.</source>
        <translation>Gehen Sie zu Bildern, die etwas haben, und zu einigen, die es nicht haben, und sagen Sie, welche.</translation>
    </message>
    <message>
        <source>Teach it a direction</source>
        <translation>Eine Richtung lehren</translation>
    </message>
    <message>
        <source>Learn a direction from examples</source>
        <translation>Eine Richtung aus Beispielen lernen</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Drop a folder of images</source>
        <translation>Einen Ordner mit Bildern hineinziehen</translation>
    </message>
    <message>
        <source>Folders, single pictures or archives, from your file manager</source>
        <translation>Ordner, einzelne Bilder oder Archive aus Ihrer Dateiverwaltung</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a folder of images (Ctrl+O)</source>
        <translation>Einen Ordner mit Bildern wählen (Ctrl+O)</translation>
    </message>
    <message>
        <source>Learn from flowers that the program draws itself</source>
        <translation>Von Blumen lernen, die das Programm selbst zeichnet</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Nothing to explore yet</source>
        <translation>Noch nichts zu erkunden</translation>
    </message>
    <message>
        <source>Train or open a run to explore it: here you wander between the pictures it can draw.</source>
        <translation>Trainieren oder öffnen Sie einen Lauf, um ihn zu erkunden: hier wandern Sie zwischen den Bildern, die er zeichnen kann.</translation>
    </message>
    <message>
        <source>Show the runs</source>
        <translation>Die Läufe zeigen</translation>
    </message>
    <message>
        <source>Choose a run (Ctrl+5)</source>
        <translation>Einen Lauf wählen (Ctrl+5)</translation>
    </message>
</context>
<context>
    <name>EnhancePage</name>
    <message>
        <source>In the style of</source>
        <translation>Im Stil von</translation>
    </message>
    <message>
        <source>One picture in the style of one to three others</source>
        <translation>Ein Bild im Stil von ein bis drei anderen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Pictures several times as large, with details</source>
        <translation>Bilder mehrfach so groß, mit Einzelheiten</translation>
    </message>
    <message>
        <source>The kind of help</source>
        <translation>Die Art der Hilfe</translation>
    </message>
</context>
<context>
    <name>EnlargerChoice</name>
    <message>
        <source>Size of the saved picture</source>
        <translation>Größe des gespeicherten Bildes</translation>
    </message>
    <message>
        <source>Save it as large as it was drawn, or larger: by a file of weights such as Real-ESRGAN&apos;s, or by a run that learned to enlarge. Its recipe says by what.</source>
        <translation>So groß speichern, wie es gezeichnet wurde, oder größer: durch eine Datei mit Gewichten wie Real-ESRGAN oder einen Lauf, der Vergrößern gelernt hat. Sein Rezept sagt, wodurch.</translation>
    </message>
    <message>
        <source>own size</source>
        <translation>eigene Größe</translation>
    </message>
    <message>
        <source>larger by a file…</source>
        <translation>größer mit einer Datei…</translation>
    </message>
    <message>
        <source>larger by a run…</source>
        <translation>größer mit einem Lauf…</translation>
    </message>
    <message>
        <source>larger by {0}</source>
        <translation>größer mit {0}</translation>
    </message>
    <message>
        <source>A run that learned to enlarge</source>
        <translation>Ein Lauf, der Vergrößern gelernt hat</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt)</source>
        <translation>Gewichte (*.safetensors *.pth *.pt)</translation>
    </message>
    <message>
        <source>A file of weights</source>
        <translation>Eine Datei mit Gewichten</translation>
    </message>
</context>
<context>
    <name>ExplorePage</name>
    <message>
        <source>Choose a run first, then drop the photograph again.</source>
        <translation>Wählen Sie zuerst einen Lauf und ziehen Sie das Foto dann noch einmal hinein.</translation>
    </message>
    <message>
        <source>The checkpoint of step {0} is not there any more; step {1} draws it now.</source>
        <translation>Den Checkpoint von Schritt {0} gibt es nicht mehr; jetzt zeichnet Schritt {1}.</translation>
    </message>
    <message>
        <source>Opening {0}</source>
        <translation>{0} wird geöffnet</translation>
    </message>
    <message>
        <source>{0} is not there any more; the first in the list is shown.</source>
        <translation>{0} gibt es nicht mehr; der erste der Liste wird gezeigt.</translation>
    </message>
    <message>
        <source>Choose another run or checkpoint below.</source>
        <translation>Wählen Sie unten einen anderen Lauf oder Checkpoint.</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <source>{0} written to {1}.</source>
        <translation>{0} nach {1} geschrieben.</translation>
    </message>
</context>
<context>
    <name>ExploreView</name>
    <message>
        <source>The walk</source>
        <translation>Die Wanderung</translation>
    </message>
    <message>
        <source>Nine steps of the walk; click one to go there</source>
        <translation>Neun Schritte der Wanderung; ein Klick führt dorthin</translation>
    </message>
    <message>
        <source>Ways to explore</source>
        <translation>Arten des Erkundens</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Wandern</translation>
    </message>
    <message>
        <source>From picture to picture</source>
        <translation>Von Bild zu Bild</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Another map, an overview, variations</source>
        <translation>Eine andere Karte, eine Übersicht, Variationen</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Richtungen</translation>
    </message>
    <message>
        <source>Change one thing at a time</source>
        <translation>Eins nach dem anderen ändern</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Variety, classes, mixing, noise</source>
        <translation>Vielfalt, Klassen, Mischen, Rauschen</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Find a photograph, see what it learned from</source>
        <translation>Ein Foto suchen, sehen, wovon es gelernt hat</translation>
    </message>
    <message>
        <source>Save image…</source>
        <translation>Bild speichern…</translation>
    </message>
    <message>
        <source>Write the picture on show to a file</source>
        <translation>Das gezeigte Bild in eine Datei schreiben</translation>
    </message>
    <message>
        <source>with recipe</source>
        <translation>mit Rezept</translation>
    </message>
    <message>
        <source>Files carry what makes the picture again; dropping one here returns to its place. The mark that a model made it stays in any case.</source>
        <translation>Dateien tragen in sich, wie das Bild wieder entsteht; hier hineingezogen führen sie an seinen Ort zurück. Der Vermerk, dass ein Modell es gemacht hat, bleibt in jedem Fall.</translation>
    </message>
    <message>
        <source>Save with recipe</source>
        <translation>Mit Rezept speichern</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep the place on show; pins in a row are the walk and the film (Ctrl+K)</source>
        <translation>Den gezeigten Ort behalten; geheftete Orte in einer Reihe sind Wanderung und Film (Ctrl+K)</translation>
    </message>
    <message>
        <source>Animation…</source>
        <translation>Animation…</translation>
    </message>
    <message>
        <source>Make a film through the pins</source>
        <translation>Einen Film durch die gehefteten Orte machen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Whose pictures are explored</source>
        <translation>Wessen Bilder erkundet werden</translation>
    </message>
    <message>
        <source>Checkpoint</source>
        <translation>Checkpoint</translation>
    </message>
    <message>
        <source>Which state of the run; newest first</source>
        <translation>Welcher Stand des Laufs; der neueste zuerst</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Follow the generator while it learns; press again to freeze a copy</source>
        <translation>Dem Generator folgen, während er lernt; noch einmal drücken friert eine Kopie ein</translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export to</source>
        <translation>Exportieren nach</translation>
    </message>
    <message>
        <source>A run that learned to enlarge</source>
        <translation>Ein Lauf, der Vergrößern gelernt hat</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt)</source>
        <translation>Gewichte (*.safetensors *.pth *.pt)</translation>
    </message>
    <message>
        <source>A file of weights</source>
        <translation>Eine Datei mit Gewichten</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Data set…</source>
        <translation>Datensatz…</translation>
    </message>
    <message>
        <source>Fill rare classes up for training, and see whether it helps</source>
        <translation>Seltene Klassen für ein Training auffüllen und sehen, ob es hilft</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Best (step {0})</source>
        <translation>Bester (Schritt {0})</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>All in turn</source>
        <translation>Alle der Reihe nach</translation>
    </message>
    <message>
        <source>Writing {0} of {1}</source>
        <translation>{0} von {1} wird geschrieben</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>This grid</source>
        <translation>Dieses Raster</translation>
    </message>
    <message>
        <source>The grid that is shown, as one picture</source>
        <translation>Das gezeigte Raster als ein Bild</translation>
    </message>
    <message>
        <source>Picked picture</source>
        <translation>Gewähltes Bild</translation>
    </message>
    <message>
        <source>The picture picked in the grid, at its own size</source>
        <translation>Das im Raster gewählte Bild in seiner eigenen Größe</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>Neue Bilder</translation>
    </message>
    <message>
        <source>As many new pictures as wanted, each from a seed</source>
        <translation>So viele neue Bilder wie gewünscht, jedes aus einem Seed</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Exact, larger files</source>
        <translation>Verlustfrei, größere Dateien</translation>
    </message>
    <message>
        <source>Small files, slightly changed; read everywhere</source>
        <translation>Kleine Dateien, leicht verändert; überall lesbar</translation>
    </message>
    <message>
        <source>Exact and smaller than PNG</source>
        <translation>Verlustfrei und kleiner als PNG</translation>
    </message>
    <message>
        <source>How many pictures</source>
        <translation>Wie viele Bilder</translation>
    </message>
    <message>
        <source>The first picture&apos;s seed; the next have the next seeds</source>
        <translation>Der Seed des ersten Bildes; die nächsten haben die nächsten Seeds</translation>
    </message>
    <message>
        <source>Truncation psi: below 1 more typical and less varied, 1 as learnt</source>
        <translation>Trunkierung Psi: unter 1 typischer und weniger vielfältig, 1 wie gelernt</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Pictures of one class, or of all in turn</source>
        <translation>Bilder einer Klasse oder aller der Reihe nach</translation>
    </message>
    <message>
        <source>Drawn by</source>
        <translation>Gezeichnet von</translation>
    </message>
    <message>
        <source>The checkpoint with the best score so far</source>
        <translation>Der Checkpoint mit der bisher besten Bewertung</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>What it has learned up to now</source>
        <translation>Was es bis jetzt gelernt hat</translation>
    </message>
    <message>
        <source>So that a picture can be made again, and is known as generated; no folder names are written</source>
        <translation>Damit ein Bild wieder entstehen kann und als erzeugt erkannt wird; Ordnernamen werden nicht geschrieben</translation>
    </message>
    <message>
        <source>Write recipe, step and seed into the files</source>
        <translation>Rezept, Schritt und Seed in die Dateien schreiben</translation>
    </message>
    <message>
        <source>Enlarge by a file of weights, such as Real-ESRGAN&apos;s (.safetensors, .pth)</source>
        <translation>Mit einer Datei von Gewichten vergrößern, etwa Real-ESRGAN (.safetensors, .pth)</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Lauf…</translation>
    </message>
    <message>
        <source>Enlarge by a run of this program that learned to</source>
        <translation>Mit einem Lauf dieses Programms vergrößern, der es gelernt hat</translation>
    </message>
    <message>
        <source>Do not enlarge</source>
        <translation>Nicht vergrößern</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the folder to write to</source>
        <translation>Den Ordner wählen, in den geschrieben wird</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>First seed</source>
        <translation>Erster Seed</translation>
    </message>
    <message>
        <source>Truncation</source>
        <translation>Trunkierung</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Exporting</source>
        <translation>Export läuft</translation>
    </message>
    <message>
        <source>Write the files; nothing is written over</source>
        <translation>Die Dateien schreiben; nichts wird überschrieben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop writing; what is written stays</source>
        <translation>Schreiben beenden; was geschrieben ist, bleibt</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird gestoppt…</translation>
    </message>
</context>
<context>
    <name>ExportTask</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>Set {0} back</source>
        <translation>{0} zurücksetzen</translation>
    </message>
    <message>
        <source>Goes from {0} to {1}{2}.</source>
        <translation>Von {0} bis {1}{2}.</translation>
    </message>
    <message>
        <source>Goes from {0}{1} up.</source>
        <translation>Ab {0}{1}.</translation>
    </message>
    <message>
        <source>Goes up to {0}{1}.</source>
        <translation>Bis {0}{1}.</translation>
    </message>
</context>
<context>
    <name>FilmController</name>
    <message>
        <source>PNG, JPEG or WebP (*.png *.jpg *.webp)</source>
        <translation>PNG, JPEG oder WebP (*.png *.jpg *.webp)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>FilmPanel</name>
    <message>
        <source>Writing the file</source>
        <translation>Die Datei wird geschrieben</translation>
    </message>
    <message>
        <source> per second</source>
        <translation> pro Sekunde</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>How long it plays</source>
        <translation>Wie lange er dauert</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Frames per second; 25 look smooth</source>
        <translation>Bilder pro Sekunde; 25 wirken flüssig</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Pixels on each side; larger ones are enlarged, not drawn finer</source>
        <translation>Pixel je Seite; größere werden vergrößert, nicht feiner gezeichnet</translation>
    </message>
    <message>
        <source>as drawn</source>
        <translation>wie gezeichnet</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>One speed all the way</source>
        <translation>Durchgehend eine Geschwindigkeit</translation>
    </message>
    <message>
        <source>Soft</source>
        <translation>Weich</translation>
    </message>
    <message>
        <source>Slower at each pin</source>
        <translation>Langsamer an jedem Ort</translation>
    </message>
    <message>
        <source>Rest</source>
        <translation>Halt</translation>
    </message>
    <message>
        <source>A still moment at each pin</source>
        <translation>Ein ruhiger Moment an jedem Ort</translation>
    </message>
    <message>
        <source>Goes on from the last pin to the first</source>
        <translation>Geht vom letzten Ort zum ersten weiter</translation>
    </message>
    <message>
        <source>Return to the first, so that it repeats smoothly</source>
        <translation>Zum ersten zurückkehren, damit es sich fließend wiederholt</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Write as {0}</source>
        <translation>Als {0} schreiben</translation>
    </message>
    <message>
        <source>Render…</source>
        <translation>Erstellen…</translation>
    </message>
    <message>
        <source>Choose where it goes, and make it</source>
        <translation>Wählen, wohin er kommt, und ihn erstellen</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>Stoppen; nichts wird geschrieben</translation>
    </message>
    <message>
        <source>Back to the walk</source>
        <translation>Zurück zur Wanderung</translation>
    </message>
    <message>
        <source>Animation</source>
        <translation>Animation</translation>
    </message>
    <message>
        <source>Pin a place first (Ctrl+K).</source>
        <translation>Heften Sie zuerst einen Ort an (Ctrl+K).</translation>
    </message>
    <message>
        <source>{0} frames of one pin</source>
        <translation>{0} Bilder eines Ortes</translation>
    </message>
    <message>
        <source>{0} frames through {1} pins</source>
        <translation>{0} Bilder durch {1} Orte</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>From {0} to {1} of {2}</source>
        <translation>Von {0} bis {1} von {2}</translation>
    </message>
    <message>
        <source>{0}. Drag the ends; or arrow keys for the start, with Shift for the end.</source>
        <translation>{0}. Die Enden ziehen; oder Pfeiltasten für den Anfang, mit Umschalt für das Ende.</translation>
    </message>
</context>
<context>
    <name>FlowerMap</name>
    <message>
        <source>Flowers that a generator draws</source>
        <translation>Blumen, die ein Generator zeichnet</translation>
    </message>
    <message>
        <source>Move over the flowers; a click goes on from there in Explore</source>
        <translation>Bewegen Sie die Maus über die Blumen; ein Klick führt von dort weiter in Erkunden</translation>
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
        <translation>von Hand angepasst: {0}</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>von Hand weggelassen</translation>
    </message>
</context>
<context>
    <name>Following</name>
    <message>
        <source>This run trains in a process of its own. Save it now, then explore its newest checkpoint.</source>
        <translation>Dieser Lauf trainiert in einem eigenen Prozess. Speichern Sie ihn jetzt und erkunden Sie dann seinen neuesten Checkpoint.</translation>
    </message>
</context>
<context>
    <name>GrowthCurve</name>
    <message>
        <source>Curve beside the film</source>
        <translation>Kurve neben dem Film</translation>
    </message>
    <message>
        <source>The dot is the moment that the film shows</source>
        <translation>Der Punkt ist der Moment, den der Film zeigt</translation>
    </message>
    <message>
        <source>Generator&apos;s loss</source>
        <translation>Verlust des Generators</translation>
    </message>
    <message>
        <source>{0} {1} at step {2}</source>
        <translation>{0} {1} bei Schritt {2}</translation>
    </message>
</context>
<context>
    <name>GrowthLoop</name>
    <message>
        <source>How the pictures came about</source>
        <translation>Wie die Bilder entstanden sind</translation>
    </message>
    <message>
        <source>From noise to the last pictures; drag it into another program, or copy it</source>
        <translation>Vom Rauschen zu den letzten Bildern; ziehen Sie ihn in ein anderes Programm oder kopieren Sie ihn</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Drop a folder of pictures onto the window, or take the sample set.</source>
        <translation>Ziehen Sie einen Ordner mit Bildern auf das Fenster, oder nehmen Sie die Beispielbilder.</translation>
    </message>
    <message>
        <source>Auto says what it will learn, and how long that takes; the rest is behind Choose myself.</source>
        <translation>Auto sagt, was gelernt wird und wie lange das dauert; alles Weitere liegt hinter Selbst wählen.</translation>
    </message>
    <message>
        <source>Press Start. The first pictures are noise; after some minutes shapes appear.</source>
        <translation>Drücken Sie Start. Die ersten Bilder sind Rauschen; nach einigen Minuten erscheinen Formen.</translation>
    </message>
    <message>
        <source>Drag the slider under the pictures to see how they came about.</source>
        <translation>Ziehen Sie den Regler unter den Bildern, um zu sehen, wie sie entstanden sind.</translation>
    </message>
    <message>
        <source>Stop whenever you like: everything is saved, and a run can go on later.</source>
        <translation>Stoppen Sie, wann Sie wollen: alles ist gespeichert, und ein Lauf kann später weitergehen.</translation>
    </message>
    <message>
        <source>What good looks like</source>
        <translation>Wie es gut aussieht</translation>
    </message>
    <message>
        <source>How real the discriminator finds real pictures. Between 0.5 and 0.9 is healthy.</source>
        <translation>Für wie echt der Diskriminator echte Bilder hält. Zwischen 0,5 und 0,9 ist gesund.</translation>
    </message>
    <message>
        <source>How real it finds invented ones. Between 0.1 and 0.5; near 0 it learns slowly, if at all.</source>
        <translation>Für wie echt er erfundene hält. Zwischen 0,1 und 0,5; nahe 0 lernt es langsam, wenn überhaupt.</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>They need not fall: the two networks keep each other in balance.</source>
        <translation>Sie müssen nicht fallen: die beiden Netze halten einander im Gleichgewicht.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>Abdeckung</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>The numbers</source>
        <translation>Die Zahlen</translation>
    </message>
</context>
<context>
    <name>HelpParts</name>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>The line beside it says what will be learned and how long that takes, or what is in the way, with a button that puts it right. Queue trains it when the runs before have ended.</source>
        <translation>Die Zeile daneben sagt, was gelernt wird und wie lange das dauert, oder was im Weg steht, mit einem Knopf, der es behebt. Warteschlange trainiert es, wenn die Läufe davor beendet sind.</translation>
    </message>
    <message>
        <source>Slider</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Under the pictures: every earlier moment. The end is live.</source>
        <translation>Unter den Bildern: jeder frühere Moment. Das Ende ist live.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>The numbers behind the sentence, and what can be done where something is wrong.</source>
        <translation>Die Zahlen hinter dem Satz, und was sich tun lässt, wo etwas nicht stimmt.</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>Zeitmaschine</translation>
    </message>
    <message>
        <source>The same latents at every kept moment. A new run can start from any of them.</source>
        <translation>Dieselben latenten Vektoren zu jedem gespeicherten Moment. Ein neuer Lauf kann von jedem davon ausgehen.</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>A run that has ended shows how its pictures came about; save it, or train longer.</source>
        <translation>Ein beendeter Lauf zeigt, wie seine Bilder entstanden sind; speichern Sie es oder trainieren Sie länger.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Every place is a picture: drag to move, the wheel changes the scale.</source>
        <translation>Jeder Ort ist ein Bild: Ziehen bewegt, das Mausrad ändert den Maßstab.</translation>
    </message>
    <message>
        <source>Walk</source>
        <translation>Wandern</translation>
    </message>
    <message>
        <source>From one picture to another, in steps between.</source>
        <translation>Von einem Bild zum anderen, mit Zwischenschritten.</translation>
    </message>
    <message>
        <source>Directions</source>
        <translation>Richtungen</translation>
    </message>
    <message>
        <source>What changes together: each slider is one, sorted by how much it changes.</source>
        <translation>Was sich gemeinsam ändert: jeder Regler ist eine, geordnet nach der Stärke der Änderung.</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>Vielfalt</translation>
    </message>
    <message>
        <source>Lower: safer pictures that are more alike. Higher: bolder ones, with more failures.</source>
        <translation>Niedriger: sicherere Bilder, die sich mehr gleichen. Höher: kühnere, mit mehr Fehlschlägen.</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Drop a photograph: the most similar picture that the generator can draw is looked for.</source>
        <translation>Ziehen Sie ein Foto hinein: gesucht wird das ähnlichste Bild, das der Generator zeichnen kann.</translation>
    </message>
    <message>
        <source>Pins</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Places that are kept. In a row they are a film.</source>
        <translation>Orte, die behalten werden. In einer Reihe sind sie ein Film.</translation>
    </message>
    <message>
        <source>Two folders</source>
        <translation>Zwei Ordner</translation>
    </message>
    <message>
        <source>One on each side; the pictures need no partners. A few hundred of each are good.</source>
        <translation>Auf jeder Seite einer; die Bilder brauchen keine Partner. Einige hundert von jedem sind gut.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>A picture, what became of it, and that led back: the less changed, the better. Cycle error shows where it changed.</source>
        <translation>Ein Bild, was daraus wurde, und das zurückgeführt: je weniger verändert, desto besser. Der Zyklusfehler zeigt, wo es sich verändert hat.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Drop pictures or a folder: each is shown translated, then Translate all writes them.</source>
        <translation>Ziehen Sie Bilder oder einen Ordner hinein: jedes wird übersetzt gezeigt, dann schreibt Alle übersetzen sie.</translation>
    </message>
    <message>
        <source>The same pictures as the generator of every kept moment translated them.</source>
        <translation>Dieselben Bilder, wie der Generator jedes gespeicherten Moments sie übersetzt hat.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>The network of one direction, for other programs.</source>
        <translation>Das Netz einer Richtung, für andere Programme.</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>A picture two to four times as large, by a network that you trained or brought.</source>
        <translation>Ein Bild zwei- bis viermal so groß, durch ein Netz, das Sie trainiert oder mitgebracht haben.</translation>
    </message>
    <message>
        <source>In a style</source>
        <translation>In einem Stil</translation>
    </message>
    <message>
        <source>A photograph drawn like another picture; strength says how much.</source>
        <translation>Ein Foto, gezeichnet wie ein anderes Bild; die Stärke sagt, wie sehr.</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Every run, wherever it lies. The mouse on a card plays how its pictures came about.</source>
        <translation>Jeder Lauf, wo er auch liegt. Die Maus auf einer Karte spielt ab, wie seine Bilder entstanden sind.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Choose two or more: curves, scores and settings beside each other.</source>
        <translation>Wählen Sie zwei oder mehr: Kurven, Bewertungen und Einstellungen nebeneinander.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Runs that wait, one after the other: change their order, take one out, or stop after the one that trains. It goes on after a restart.</source>
        <translation>Läufe, die warten, einer nach dem anderen: ändern Sie ihre Reihenfolge, nehmen Sie einen heraus, oder stoppen Sie nach dem, der trainiert. Sie geht nach einem Neustart weiter.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Undo brings a deleted run back until the next one is deleted or the message is closed.</source>
        <translation>Rückgängig bringt einen gelöschten Lauf zurück, bis der nächste gelöscht oder die Meldung geschlossen wird.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>A run as one file, without where your pictures are.</source>
        <translation>Ein Lauf als eine Datei, ohne Angabe, wo Ihre Bilder liegen.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Where new runs are written. Runs that lie elsewhere stay in the list.</source>
        <translation>Wohin neue Läufe geschrieben werden. Läufe, die anderswo liegen, bleiben in der Liste.</translation>
    </message>
    <message>
        <source>Own process</source>
        <translation>Eigener Prozess</translation>
    </message>
    <message>
        <source>Training apart from the window: a crash of one does not end the other.</source>
        <translation>Training getrennt vom Fenster: stürzt eines ab, endet das andere nicht.</translation>
    </message>
</context>
<context>
    <name>JourneyView</name>
    <message>
        <source>Journey</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>Every place you have been to; click one to return</source>
        <translation>Jeder Ort, an dem Sie waren; ein Klick kehrt zurück</translation>
    </message>
</context>
<context>
    <name>LargerForm</name>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keiner</translation>
    </message>
    <message>
        <source>{0}: {1} pictures</source>
        <translation>{0}: {1} Bilder</translation>
    </message>
    <message>
        <source>Enlarge all</source>
        <translation>Alle vergrößern</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Das Ergebnis speichern</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>A file of weights: Real-ESRGAN and its kin (.safetensors, .pth), read as data only</source>
        <translation>Eine Datei mit Gewichten: Real-ESRGAN und Verwandte (.safetensors, .pth), nur als Daten gelesen</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>Run…</source>
        <translation>Lauf…</translation>
    </message>
    <message>
        <source>A run of this program that learned to enlarge</source>
        <translation>Ein Lauf dieses Programms, der Vergrößern gelernt hat</translation>
    </message>
    <message>
        <source>Train a network on a folder of sharp pictures of the same kind; it takes minutes to hours</source>
        <translation>Ein Netz mit einem Ordner scharfer Bilder derselben Art trainieren; das dauert Minuten bis Stunden</translation>
    </message>
    <message>
        <source>Learn from my pictures…</source>
        <translation>Von meinen Bildern lernen…</translation>
    </message>
    <message>
        <source>Left the first stage, which keeps to what is there; right the second, which draws fine detail</source>
        <translation>Links die erste Stufe, die sich an das Vorhandene hält; rechts die zweite, die feine Einzelheiten zeichnet</translation>
    </message>
    <message>
        <source>From true to sharp</source>
        <translation>Von treu bis scharf</translation>
    </message>
    <message>
        <source>True</source>
        <translation>Treu</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>How many times larger the results are</source>
        <translation>Wievielmal größer die Ergebnisse sind</translation>
    </message>
    <message>
        <source>All it can</source>
        <translation>So weit es geht</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>Teiler</translation>
    </message>
    <message>
        <source>Drag a line across the picture</source>
        <translation>Eine Linie über das Bild ziehen</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Enlarged as usual on the left, by the network on the right</source>
        <translation>Links wie üblich vergrößert, rechts durch das Netz</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Eins nach dem anderen</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>Vergleichen durch</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose pictures to enlarge</source>
        <translation>Bilder zum Vergrößern wählen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Choose the folder that the results go to</source>
        <translation>Den Ordner für die Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Otherwise nothing is done when a name is taken</source>
        <translation>Sonst geschieht nichts, wenn ein Name vergeben ist</translation>
    </message>
    <message>
        <source>Replace existing files</source>
        <translation>Vorhandene Dateien ersetzen</translation>
    </message>
    <message>
        <source>Enlarging</source>
        <translation>Wird vergrößert</translation>
    </message>
    <message>
        <source>Enlarge, and keep names and subfolders</source>
        <translation>Vergrößern und Namen und Unterordner behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; what is written stays</source>
        <translation>Stoppen; was geschrieben ist, bleibt</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Den Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Die Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Ergebnisse kommen nach</translation>
    </message>
</context>
<context>
    <name>LargerView</name>
    <message>
        <source>Enlarging</source>
        <translation>Wird vergrößert</translation>
    </message>
    <message>
        <source>Drop the pictures that are to be larger.</source>
        <translation>Ziehen Sie die Bilder hinein, die größer werden sollen.</translation>
    </message>
    <message>
        <source>Choose a network: a file of weights, such as Real-ESRGAN&apos;s, or a run that learned to enlarge.</source>
        <translation>Wählen Sie ein Netz: eine Datei mit Gewichten wie Real-ESRGAN oder einen Lauf, der Vergrößern gelernt hat.</translation>
    </message>
    <message>
        <source>Pictures to enlarge</source>
        <translation>Bilder zum Vergrößern</translation>
    </message>
    <message>
        <source>A run that learned to enlarge</source>
        <translation>Ein Lauf, der Vergrößern gelernt hat</translation>
    </message>
    <message>
        <source>Weights ({0})</source>
        <translation>Gewichte ({0})</translation>
    </message>
    <message>
        <source>A file of weights</source>
        <translation>Eine Datei mit Gewichten</translation>
    </message>
    <message>
        <source>A folder of pictures as sharp as the results should be</source>
        <translation>Ein Ordner mit Bildern, so scharf, wie die Ergebnisse sein sollen</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>Wohin die Ergebnisse kommen</translation>
    </message>
    <message>
        <source>Enlarging the first picture.</source>
        <translation>Das erste Bild wird vergrößert.</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Was hineingezogen wurde</translation>
    </message>
    <message>
        <source>The first picture cannot be read; the others may.</source>
        <translation>Das erste Bild ist nicht lesbar; die anderen vielleicht.</translation>
    </message>
    <message>
        <source>On the left enlarged as usual (bicubic), on the right by the network.</source>
        <translation>Links wie üblich vergrößert (bikubisch), rechts durch das Netz.</translation>
    </message>
    <message>
        <source>{0} pictures written.</source>
        <translation>{0} Bilder geschrieben.</translation>
    </message>
    <message>
        <source>1 picture written.</source>
        <translation>1 Bild geschrieben.</translation>
    </message>
    <message>
        <source>The rest was not begun.</source>
        <translation>Der Rest wurde nicht begonnen.</translation>
    </message>
    <message>
        <source>{0} could not be read:</source>
        <translation>{0} nicht lesbar:</translation>
    </message>
</context>
<context>
    <name>LatentMap</name>
    <message>
        <source>The picture on show, and the map around it</source>
        <translation>Das gezeigte Bild und die Karte darum herum</translation>
    </message>
    <message>
        <source>Drag moves through latent space, wheel or + and - change the scale, arrow keys walk</source>
        <translation>Ziehen bewegt durch den latenten Raum, Mausrad oder + und - ändern den Maßstab, Pfeiltasten wandern</translation>
    </message>
    <message>
        <source>With Ctrl the picture is dragged into another program; Ctrl+C copies it</source>
        <translation>Mit Strg wird das Bild in ein anderes Programm gezogen; Ctrl+C kopiert es</translation>
    </message>
</context>
<context>
    <name>LeftOutModel</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>LeftOutView</name>
    <message>
        <source>Files left out</source>
        <translation>Weggelassene Dateien</translation>
    </message>
    <message>
        <source>What was left out and why; Ctrl+C copies the chosen lines</source>
        <translation>Was weggelassen wurde und warum; Ctrl+C kopiert die gewählten Zeilen</translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>Frozen: choose a checkpoint to leave this copy.</source>
        <translation>Eingefroren: wählen Sie einen Checkpoint, um diese Kopie zu verlassen.</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Take pictures away (Ctrl+E)</source>
        <translation>Bilder mitnehmen (Ctrl+E)</translation>
    </message>
    <message>
        <source>Take the network to other programs (Ctrl+E)</source>
        <translation>Das Netz für andere Programme mitnehmen (Ctrl+E)</translation>
    </message>
    <message>
        <source>The best pictures, step {0}</source>
        <translation>Die besten Bilder, Schritt {0}</translation>
    </message>
    <message>
        <source>The last pictures, step {0}</source>
        <translation>Die letzten Bilder, Schritt {0}</translation>
    </message>
    <message>
        <source>{0} of {1} pictures prepared.</source>
        <translation>{0} von {1} Bildern vorbereitet.</translation>
    </message>
    <message>
        <source>The pictures are ready; measuring how fast this computer is.</source>
        <translation>Die Bilder sind bereit; gemessen wird, wie schnell dieser Computer ist.</translation>
    </message>
    <message>
        <source>Looking through the pictures.</source>
        <translation>Die Bilder werden durchgesehen.</translation>
    </message>
    <message>
        <source>The curves appear here.</source>
        <translation>Hier erscheinen die Kurven.</translation>
    </message>
    <message>
        <source>Pause and go on (Space)</source>
        <translation>Anhalten und fortsetzen (Leertaste)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Save and end this run; it can be continued</source>
        <translation>Diesen Lauf speichern und beenden; er kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>Save now: write a checkpoint (Ctrl+S)</source>
        <translation>Jetzt speichern: einen Checkpoint schreiben (Ctrl+S)</translation>
    </message>
    <message>
        <source>Sample now: draw a grid of samples</source>
        <translation>Jetzt Proben ziehen: ein Raster zeichnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Continue training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Go on where it stopped, with as much time again</source>
        <translation>Weitermachen, wo er stoppte, noch einmal so lange</translation>
    </message>
    <message>
        <source>Continue, rates low</source>
        <translation>Weiter, Raten niedrig</translation>
    </message>
    <message>
        <source>The learning rates have fallen. Continue training lifts them to their full size; this does not.</source>
        <translation>Die Lernraten sind gefallen. Weiter trainieren hebt sie auf ihre volle Größe; dies hier nicht.</translation>
    </message>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Choose pictures and a recipe (Ctrl+N)</source>
        <translation>Bilder und ein Rezept wählen (Ctrl+N)</translation>
    </message>
    <message>
        <source>Show the run&apos;s folder</source>
        <translation>Ordner des Laufs zeigen</translation>
    </message>
    <message>
        <source>Time machine</source>
        <translation>Zeitmaschine</translation>
    </message>
    <message>
        <source>The same latents at every kept moment of this run</source>
        <translation>Dieselben latenten Vektoren zu jedem gespeicherten Moment dieses Laufs</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>The numbers behind the verdict, and what can be done</source>
        <translation>Die Zahlen hinter dem Urteil, und was sich tun lässt</translation>
    </message>
    <message>
        <source>Save film…</source>
        <translation>Film speichern…</translation>
    </message>
    <message>
        <source>How the pictures came about, as a film of six seconds</source>
        <translation>Wie die Bilder entstanden sind, als Film von sechs Sekunden</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Wander through what it learnt (Ctrl+2)</source>
        <translation>Durch das Gelernte wandern (Ctrl+2)</translation>
    </message>
    <message>
        <source>Enlarge pictures</source>
        <translation>Bilder vergrößern</translation>
    </message>
    <message>
        <source>Make pictures larger with what it learnt</source>
        <translation>Bilder mit dem Gelernten größer machen</translation>
    </message>
    <message>
        <source>Train longer</source>
        <translation>Länger trainieren</translation>
    </message>
    <message>
        <source>Making the film</source>
        <translation>Der Film wird erstellt</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernt</translation>
    </message>
    <message>
        <source>{0} was deleted or moved.</source>
        <translation>{0} wurde gelöscht oder verschoben.</translation>
    </message>
    <message>
        <source>It ended at step {0} without a word; it can go on from its last checkpoint.</source>
        <translation>Er endete bei Schritt {0} ohne ein Wort; er kann von seinem letzten Checkpoint aus weitergehen.</translation>
    </message>
    <message>
        <source>Another program trains it. Open it again to see how far it has come.</source>
        <translation>Ein anderes Programm trainiert ihn. Öffnen Sie ihn erneut, um zu sehen, wie weit er ist.</translation>
    </message>
    <message>
        <source>Nothing has been trained. Continue training begins it.</source>
        <translation>Noch wurde nichts trainiert. Weiter trainieren beginnt damit.</translation>
    </message>
    <message>
        <source>Growing: {0}</source>
        <translation>Wächst: {0}</translation>
    </message>
    <message>
        <source>On {0}, {1}. Weights: {2}.</source>
        <translation>Auf {0}, {1}. Gewichte: {2}.</translation>
    </message>
    <message>
        <source>Saved at step {0}.</source>
        <translation>Bei Schritt {0} gespeichert.</translation>
    </message>
    <message>
        <source> (marked as the best)</source>
        <translation> (als bester markiert)</translation>
    </message>
    <message>
        <source>{0}{1}, N {2}, {3}</source>
        <translation>{0}{1}, N {2}, {3}</translation>
    </message>
    <message>
        <source>{0} min {1} s</source>
        <translation>{0} min {1} s</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>It ended before its first step.</source>
        <translation>Er endete vor seinem ersten Schritt.</translation>
    </message>
    <message>
        <source>{0} steps, {1} thousand images, {2} of training; all of it is saved.</source>
        <translation>{0} Schritte, {1} Tausend Bilder, {2} Training; alles ist gespeichert.</translation>
    </message>
</context>
<context>
    <name>LiveVerdict</name>
    <message>
        <source>Back to the curves</source>
        <translation>Zurück zu den Kurven</translation>
    </message>
    <message>
        <source>Scores and verdict</source>
        <translation>Bewertungen und Urteil</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translation>Steckt fest</translation>
    </message>
    <message>
        <source>Watch out</source>
        <translation>Achtung</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernt</translation>
    </message>
    <message>
        <source>There is too little of it to judge.</source>
        <translation>Es ist noch zu wenig, um zu urteilen.</translation>
    </message>
    <message>
        <source>At the end: {0}</source>
        <translation>Am Ende: {0}</translation>
    </message>
</context>
<context>
    <name>LookThrough</name>
    <message>
        <source>Look through the pictures</source>
        <translation>Die Bilder durchsehen</translation>
    </message>
    <message>
        <source>All pictures are being looked at…</source>
        <translation>Alle Bilder werden angesehen…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back to the choices (Esc)</source>
        <translation>Zurück zur Auswahl (Esc)</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>In which order the pictures are shown</source>
        <translation>In welcher Reihenfolge die Bilder gezeigt werden</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>By size</source>
        <translation>Nach Größe</translation>
    </message>
    <message>
        <source>By brightness</source>
        <translation>Nach Helligkeit</translation>
    </message>
    <message>
        <source>Near copies first</source>
        <translation>Beinahe Gleiche zuerst</translation>
    </message>
    <message>
        <source>Leave the chosen pictures out, or bring them back (Delete)</source>
        <translation>Die gewählten Bilder weglassen oder zurückholen (Entf)</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>How the chosen pictures are fitted, where not as all others are</source>
        <translation>Wie die gewählten Bilder angepasst werden, wo nicht wie alle anderen</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Anpassung</translation>
    </message>
    <message>
        <source>Fit as the others</source>
        <translation>Wie die anderen</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>{0} of {1} learned from, {2} left out by hand</source>
        <translation>{0} von {1} werden gelernt, {2} von Hand weggelassen</translation>
    </message>
    <message>
        <source>{0}, {1} fitted by hand</source>
        <translation>{0}, {1} von Hand angepasst</translation>
    </message>
</context>
<context>
    <name>LossPlots</name>
    <message>
        <source>Click goes to that moment, wheel and drag look closer, double-click shows all</source>
        <translation>Ein Klick geht zu diesem Moment, Mausrad und Ziehen sehen näher hin, Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>Losses over time</source>
        <translation>Verluste über die Zeit</translation>
    </message>
    <message>
        <source>What the discriminator says over time</source>
        <translation>Was der Diskriminator sagt, über die Zeit</translation>
    </message>
    <message>
        <source>Losses, and what the discriminator says, over time</source>
        <translation>Verluste und was der Diskriminator sagt, über die Zeit</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Steps along the axis</source>
        <translation>Schritte auf der Achse</translation>
    </message>
    <message>
        <source>kimg</source>
        <translation>kimg</translation>
    </message>
    <message>
        <source>Thousands of images seen along the axis</source>
        <translation>Tausende gesehener Bilder auf der Achse</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Minutes of training along the axis</source>
        <translation>Minuten des Trainings auf der Achse</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>roh</translation>
    </message>
    <message>
        <source>Curves as they are</source>
        <translation>Kurven, wie sie sind</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>glatt</translation>
    </message>
    <message>
        <source>Curves smoothed over about ten points</source>
        <translation>Kurven über etwa zehn Punkte geglättet</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>Curves smoothed over about fifty points</source>
        <translation>Kurven über etwa fünfzig Punkte geglättet</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Losses on a logarithmic scale</source>
        <translation>Verluste auf logarithmischer Skala</translation>
    </message>
    <message>
        <source>Neither should run away.</source>
        <translation>Keiner sollte davonlaufen.</translation>
    </message>
    <message>
        <source>A discriminator loss that stays near 0 teaches the generator little.</source>
        <translation>Ein Verlust des Diskriminators, der nahe 0 bleibt, lehrt den Generator wenig.</translation>
    </message>
    <message>
        <source>Scores, not probabilities: the gap between the two is what can be told apart; it shrinks.</source>
        <translation>Punktwerte, keine Wahrscheinlichkeiten: der Abstand der beiden ist, was sich unterscheiden lässt; er schrumpft.</translation>
    </message>
    <message>
        <source>Both around 0.5: balanced. D(G(z)) near 0, and pictures that get no better: the discriminator has won.</source>
        <translation>Beide um 0,5: ausgeglichen. D(G(z)) nahe 0 und Bilder, die nicht besser werden: der Diskriminator hat gewonnen.</translation>
    </message>
    <message>
        <source>step {0} · {1} kimg</source>
        <translation>Schritt {0} · {1} kimg</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Saving and stopping. The window closes when that is done.</source>
        <translation>Speichert und stoppt. Das Fenster schließt sich, wenn das getan ist.</translation>
    </message>
    <message>
        <source>Quit without saving</source>
        <translation>Ohne Speichern beenden</translation>
    </message>
</context>
<context>
    <name>MapPanel</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Many seeds at once, like beside like</source>
        <translation>Viele Seeds auf einmal, Ähnliches neben Ähnlichem</translation>
    </message>
    <message>
        <source>Around this</source>
        <translation>Um dieses herum</translation>
    </message>
    <message>
        <source>64 variations of the picture on show</source>
        <translation>64 Variationen des gezeigten Bildes</translation>
    </message>
    <message>
        <source>Another map</source>
        <translation>Andere Karte</translation>
    </message>
    <message>
        <source>A map between other random latents</source>
        <translation>Eine Karte zwischen anderen zufälligen Punkten</translation>
    </message>
    <message>
        <source>From here</source>
        <translation>Von hier</translation>
    </message>
    <message>
        <source>A map that begins at the picture on show</source>
        <translation>Eine Karte, die beim gezeigten Bild beginnt</translation>
    </message>
    <message>
        <source>Click a picture to go there</source>
        <translation>Klicken Sie auf ein Bild, um dorthin zu gehen</translation>
    </message>
    <message>
        <source>Draws 144 seeds and lays them out so that neighbours look alike.</source>
        <translation>Zeichnet 144 Seeds und ordnet sie so, dass Nachbarn sich gleichen.</translation>
    </message>
    <message>
        <source>Make overview</source>
        <translation>Übersicht erstellen</translation>
    </message>
    <message>
        <source>Draw 144 other seeds and arrange them</source>
        <translation>144 andere Seeds zeichnen und ordnen</translation>
    </message>
    <message>
        <source>Leave the overview unfinished</source>
        <translation>Die Übersicht unfertig lassen</translation>
    </message>
    <message>
        <source>Variations</source>
        <translation>Variationen</translation>
    </message>
    <message>
        <source>Click the one to go on from</source>
        <translation>Klicken Sie auf das, von dem aus es weitergeht</translation>
    </message>
    <message>
        <source>Shows 64 pictures near the one on show. Pick one, and look again.</source>
        <translation>Zeigt 64 Bilder nahe dem gezeigten. Wählen Sie eines und sehen Sie weiter.</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>Wie weit</translation>
    </message>
    <message>
        <source>How different the variations are</source>
        <translation>Wie verschieden die Variationen sind</translation>
    </message>
    <message>
        <source>64 around this</source>
        <translation>64 um dieses herum</translation>
    </message>
    <message>
        <source>Draw 64 variations of the picture on show</source>
        <translation>64 Variationen des gezeigten Bildes zeichnen</translation>
    </message>
    <message>
        <source>how far</source>
        <translation>wie weit</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Do what the message offers</source>
        <translation>Tun, was die Meldung anbietet</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Open the file with the details</source>
        <translation>Die Datei mit den Einzelheiten öffnen</translation>
    </message>
    <message>
        <source>Close this message (Escape)</source>
        <translation>Diese Meldung schließen (Escape)</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
</context>
<context>
    <name>ModelExport</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the network</source>
        <translation>Das Netz exportieren</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>PyTorch program</source>
        <translation>PyTorch-Programm</translation>
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
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>There is nothing to export yet: train or open a run first.</source>
        <translation>Es gibt noch nichts zu exportieren: trainieren oder öffnen Sie zuerst einen Lauf.</translation>
    </message>
    <message>
        <source>There is no network to export yet: train or open a run first.</source>
        <translation>Es gibt noch kein Netz zu exportieren: trainieren oder öffnen Sie zuerst einen Lauf.</translation>
    </message>
    <message>
        <source>There is no film to save yet: train or open a run first.</source>
        <translation>Es gibt noch keinen Film zu speichern: trainieren oder öffnen Sie zuerst einen Lauf.</translation>
    </message>
    <message>
        <source>Send as one file</source>
        <translation>Als eine Datei senden</translation>
    </message>
    <message>
        <source>GAN Studio run (*.ganrun)</source>
        <translation>GAN-Studio-Lauf (*.ganrun)</translation>
    </message>
    <message>
        <source>{0} is ready to be sent ({1} MB).</source>
        <translation>{0} kann gesendet werden ({1} MB).</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Use this run</source>
        <translation>Diesen Lauf verwenden</translation>
    </message>
    <message>
        <source>Open this run</source>
        <translation>Diesen Lauf öffnen</translation>
    </message>
    <message>
        <source>Look for this picture</source>
        <translation>Dieses Bild suchen</translation>
    </message>
    <message>
        <source>Use these pictures</source>
        <translation>Diese Bilder verwenden</translation>
    </message>
    <message>
        <source>Translate these</source>
        <translation>Diese übersetzen</translation>
    </message>
    <message>
        <source>Learn from these</source>
        <translation>Von diesen lernen</translation>
    </message>
</context>
<context>
    <name>PictureSlot</name>
    <message>
        <source>Drag it to another program or a folder</source>
        <translation>Ziehen Sie es in ein anderes Programm oder einen Ordner</translation>
    </message>
    <message>
        <source>Drop another picture here, or click to choose one; Del takes it away</source>
        <translation>Ziehen Sie ein anderes Bild hierher, oder klicken Sie, um eines zu wählen; Entf nimmt es weg</translation>
    </message>
</context>
<context>
    <name>PlacesPanel</name>
    <message>
        <source>Pins</source>
        <translation>Orte</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 Ort</translation>
    </message>
    <message>
        <source>{0} places</source>
        <translation>{0} Orte</translation>
    </message>
    <message>
        <source>Click goes there; drag, or Ctrl and an arrow key, changes the order; Delete takes one out</source>
        <translation>Ein Klick führt dorthin; Ziehen oder Strg und eine Pfeiltaste ändert die Reihenfolge; Entf nimmt einen heraus</translation>
    </message>
    <message>
        <source>Pin places that you like: in a row they are the walk and the film.</source>
        <translation>Heften Sie Orte an, die Ihnen gefallen: in einer Reihe sind sie Wanderung und Film.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seed of the chosen pin</source>
        <translation>Seed des gewählten Ortes</translation>
    </message>
    <message>
        <source>The number that the chosen pin&apos;s noise is drawn from; without one, a new pin</source>
        <translation>Die Zahl, aus der das Rauschen des gewählten Ortes gezogen wird; ohne einen entsteht ein neuer</translation>
    </message>
    <message>
        <source>One more pin, of a random seed</source>
        <translation>Noch ein Ort, von einem zufälligen Seed</translation>
    </message>
    <message>
        <source>The chosen pin becomes the picture on show</source>
        <translation>Der gewählte Ort wird das gezeigte Bild</translation>
    </message>
    <message>
        <source>Take the chosen pin out (Delete)</source>
        <translation>Den gewählten Ort herausnehmen (Entf)</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Shift+Z)</source>
        <translation>Wiederholen (Ctrl+Shift+Z)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Name of this pin</source>
        <translation>Name dieses Ortes</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <source>Save as a preset…</source>
        <translation>Als Voreinstellung sichern…</translation>
    </message>
    <message>
        <source>Keep these settings under a name of your own</source>
        <translation>Diese Einstellungen unter einem eigenen Namen behalten</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Give your preset another name</source>
        <translation>Ihrer Voreinstellung einen anderen Namen geben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete your preset; the settings stay</source>
        <translation>Ihre Voreinstellung löschen; die Einstellungen bleiben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take back what was said on the left</source>
        <translation>Zurücknehmen, was links steht</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Voreinstellung</translation>
    </message>
    <message>
        <source>Return saves, Escape leaves everything as it is</source>
        <translation>Eingabe sichert, Escape lässt alles, wie es ist</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Sichern</translation>
    </message>
    <message>
        <source>Keep it under this name</source>
        <translation>Unter diesem Namen behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>Alles lassen, wie es ist</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>The recipe&apos;s own values</source>
        <translation>Die eigenen Werte des Rezepts</translation>
    </message>
    <message>
        <source>Preset {0}</source>
        <translation>Voreinstellung {0}</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>ProjectController</name>
    <message>
        <source>Searching; the nearest so far. {0}</source>
        <translation>Sucht; das nächste bisher. {0}</translation>
    </message>
    <message>
        <source>Stopped early; the nearest until then. {0}</source>
        <translation>Vorzeitig gestoppt; das nächste bis dahin. {0}</translation>
    </message>
    <message>
        <source>Choose a photograph</source>
        <translation>Ein Foto wählen</translation>
    </message>
    <message>
        <source>Choose the weights of a network</source>
        <translation>Die Gewichte eines Netzes wählen</translation>
    </message>
</context>
<context>
    <name>ProjectPanel</name>
    <message>
        <source>Photograph…</source>
        <translation>Foto…</translation>
    </message>
    <message>
        <source>Find the picture of this generator that is nearest to it</source>
        <translation>Das Bild dieses Generators suchen, das ihm am nächsten kommt</translation>
    </message>
    <message>
        <source>Compared by</source>
        <translation>Verglichen durch</translation>
    </message>
    <message>
        <source>Pixels, and what a network sees: the run&apos;s own discriminator, or one that was trained on photographs, from a file of yours (SqueezeNet 1.1, Inception v3, ResNet-20)</source>
        <translation>Pixel und was ein Netz sieht: der eigene Diskriminator des Laufs, oder eines, das mit Fotos trainiert wurde, aus einer Datei von Ihnen (SqueezeNet 1.1, Inception v3, ResNet-20)</translation>
    </message>
    <message>
        <source>Photograph and what was found</source>
        <translation>Foto und was gefunden wurde</translation>
    </message>
    <message>
        <source>The photograph, and the nearest picture so far</source>
        <translation>Das Foto und das bisher nächste Bild</translation>
    </message>
    <message>
        <source>Drop a photograph here. The generator looks for its nearest picture.</source>
        <translation>Ziehen Sie ein Foto hierher. Der Generator sucht sein nächstes Bild.</translation>
    </message>
    <message>
        <source>Stop, and keep the nearest so far</source>
        <translation>Stoppen und das nächste bisher behalten</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Explore from the picture that was found</source>
        <translation>Vom gefundenen Bild aus erkunden</translation>
    </message>
    <message>
        <source>Look longer</source>
        <translation>Länger suchen</translation>
    </message>
    <message>
        <source>Search again, with more steps and other beginnings</source>
        <translation>Noch einmal suchen, mit mehr Schritten und anderen Anfängen</translation>
    </message>
    <message>
        <source>Nearest training images</source>
        <translation>Nächste Trainingsbilder</translation>
    </message>
    <message>
        <source>Show what it learned from that is nearest to the picture on show</source>
        <translation>Zeigen, welche gelernten Bilder dem gezeigten am nächsten sind</translation>
    </message>
    <message>
        <source>The nearest first; the number is the mean difference, 0 to 255</source>
        <translation>Das nächste zuerst; die Zahl ist der mittlere Unterschied, 0 bis 255</translation>
    </message>
    <message>
        <source>photograph</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>nächstes</translation>
    </message>
    <message>
        <source>by its discriminator</source>
        <translation>durch seinen Diskriminator</translation>
    </message>
    <message>
        <source>by {0}</source>
        <translation>durch {0}</translation>
    </message>
    <message>
        <source>by a network of yours…</source>
        <translation>durch ein Netz von Ihnen…</translation>
    </message>
</context>
<context>
    <name>QtCamera</name>
    <message>
        <source>The camera cannot be used: {0}</source>
        <translation>Die Kamera kann nicht verwendet werden: {0}</translation>
    </message>
</context>
<context>
    <name>QueueDriver</name>
    <message>
        <source>{0} lies outside of {1}, whose runs the queue trains. Go on with it now, or train it anew.</source>
        <translation>{0} liegt außerhalb von {1}, dessen Läufe die Warteschlange trainiert. Machen Sie jetzt damit weiter, oder trainieren Sie ihn neu.</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Start the queue</source>
        <translation>Warteschlange starten</translation>
    </message>
    <message>
        <source>Train the runs below, one after another</source>
        <translation>Die Läufe darunter trainieren, einen nach dem anderen</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>Nach diesem stoppen</translation>
    </message>
    <message>
        <source>The run that trains goes on to its end; no other begins</source>
        <translation>Der Lauf, der trainiert, geht zu Ende; kein anderer beginnt</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Take out of the queue</source>
        <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>trains</source>
        <translation>trainiert</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Queue: the last one trains</source>
        <translation>Warteschlange: der letzte trainiert</translation>
    </message>
    <message>
        <source>Queue: all have ended</source>
        <translation>Warteschlange: alle sind beendet</translation>
    </message>
    <message>
        <source>Queue: {0} to follow</source>
        <translation>Warteschlange: {0} folgen</translation>
    </message>
    <message>
        <source>Queue: {0} waiting</source>
        <translation>Warteschlange: {0} warten</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Train a GAN on your pictures (Ctrl+1)</source>
        <translation>Ein GAN mit Ihren Bildern trainieren (Ctrl+1)</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Wander through what it learnt (Ctrl+2)</source>
        <translation>Durch das Gelernte wandern (Ctrl+2)</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Übersetzen</translation>
    </message>
    <message>
        <source>Turn one kind into another (Ctrl+3)</source>
        <translation>Aus einer Art eine andere machen (Ctrl+3)</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>Verbessern</translation>
    </message>
    <message>
        <source>Larger, or in another style (Ctrl+4)</source>
        <translation>Größer, oder in einem anderen Stil (Ctrl+4)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Every run so far (Ctrl+5)</source>
        <translation>Jeder bisherige Lauf (Ctrl+5)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys and first steps (F1)</source>
        <translation>Tasten und erste Schritte (F1)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look, folders, closing (Ctrl+,)</source>
        <translation>Aussehen, Ordner, Schließen (Ctrl+,)</translation>
    </message>
</context>
<context>
    <name>RecipeCard</name>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>Take a few steps with these settings, and time them</source>
        <translation>Einige Schritte mit diesen Einstellungen gehen und die Zeit messen</translation>
    </message>
    <message>
        <source>What should it learn with?</source>
        <translation>Womit soll es lernen?</translation>
    </message>
</context>
<context>
    <name>RecipeColumn</name>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Begin training (Ctrl+Return)</source>
        <translation>Das Training beginnen (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>Train it when the runs before it have ended; see Runs</source>
        <translation>Trainieren, wenn die Läufe davor beendet sind; siehe Läufe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What the run is called; empty: by its pictures and recipe</source>
        <translation>Wie der Lauf heißt; leer: nach Bildern und Rezept</translation>
    </message>
    <message>
        <source>Put right what is in the way of Start</source>
        <translation>Beheben, was dem Start im Weg steht</translation>
    </message>
    <message>
        <source>A setting cannot be used as it is; the sentence beside it says why.</source>
        <translation>Eine Einstellung kann so nicht verwendet werden; der Satz daneben sagt, warum.</translation>
    </message>
    <message>
        <source>{0}; ends after {1}.</source>
        <translation>{0}; endet nach {1}.</translation>
    </message>
    <message>
        <source>{0}; until you stop it.</source>
        <translation>{0}; bis Sie es stoppen.</translation>
    </message>
    <message>
        <source>“⁨{0}⁩” is replaced.</source>
        <translation>„⁨{0}⁩“ ist ersetzt.</translation>
    </message>
    <message>
        <source>“⁨{0}⁩” is saved.</source>
        <translation>„⁨{0}⁩“ ist gesichert.</translation>
    </message>
    <message>
        <source>“⁨{0}⁩” is called “⁨{1}⁩” now.</source>
        <translation>„⁨{0}⁩“ heißt jetzt „⁨{1}⁩“.</translation>
    </message>
    <message>
        <source>“⁨{0}⁩” is deleted.</source>
        <translation>„⁨{0}⁩“ ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>RunController</name>
    <message>
        <source>best, step {0}</source>
        <translation>bester, Schritt {0}</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>neuester</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
</context>
<context>
    <name>RunListModel</name>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>step {0} · {1} kimg</source>
        <translation>Schritt {0} · {1} kimg</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Begun from {0} at step {1}.</source>
        <translation>Begonnen aus {0} bei Schritt {1}.</translation>
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
        <translation>Nicht begonnen</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Saving and stopping</source>
        <translation>Speichert und stoppt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Ended unexpectedly</source>
        <translation>Unerwartet beendet</translation>
    </message>
    <message>
        <source>Training elsewhere</source>
        <translation>Trainiert anderswo</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr da</translation>
    </message>
</context>
<context>
    <name>RunnerSwitch</name>
    <message>
        <source>All {0} GPUs</source>
        <translation>Alle {0} GPUs</translation>
    </message>
</context>
<context>
    <name>RunsGallery</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Look at this run (Return)</source>
        <translation>Diesen Lauf ansehen (Eingabe)</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on training where it stopped</source>
        <translation>Weiter trainieren, wo er stoppte</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Where it stopped, when the runs before it have ended</source>
        <translation>Wo er stehen blieb, sobald die Läufe davor zu Ende sind</translation>
    </message>
    <message>
        <source>Train anew</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>A new run with the same settings, when the runs before it have ended</source>
        <translation>Ein neuer Lauf mit denselben Einstellungen, sobald die Läufe davor zu Ende sind</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Put two or more runs beside each other</source>
        <translation>Zwei oder mehr Läufe nebeneinanderstellen</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Walk between the pictures it can draw</source>
        <translation>Zwischen den Bildern wandern, die er zeichnen kann</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Give this run another name (F2)</source>
        <translation>Diesem Lauf einen anderen Namen geben (F2)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Take pictures from this run</source>
        <translation>Bilder aus diesem Lauf mitnehmen</translation>
    </message>
    <message>
        <source>Send as one file…</source>
        <translation>Als eine Datei senden…</translation>
    </message>
    <message>
        <source>For others to look at and explore</source>
        <translation>Für andere zum Ansehen und Erkunden</translation>
    </message>
    <message>
        <source>Send to train on…</source>
        <translation>Zum Weitertrainieren senden…</translation>
    </message>
    <message>
        <source>One file that others can also go on training from; it is larger</source>
        <translation>Eine Datei, mit der andere auch weiter trainieren können; sie ist größer</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Mark the chosen runs, or take the mark away (Ctrl+D)</source>
        <translation>Die gewählten Läufe markieren oder die Markierung entfernen (Ctrl+D)</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open its folder in the file manager</source>
        <translation>Seinen Ordner in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the chosen runs; a message offers to undo it (Delete)</source>
        <translation>Die gewählten Läufe löschen; eine Meldung bietet an, es rückgängig zu machen (Entf)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Double-click opens; choose several with Ctrl or Shift</source>
        <translation>Doppelklick öffnet; mehrere mit Strg oder Umschalt wählen</translation>
    </message>
    <message>
        <source>Shows the runs whose name, recipe or images contain this</source>
        <translation>Zeigt die Läufe, deren Name, Rezept oder Bilder dies enthalten</translation>
    </message>
    <message>
        <source>Find a run</source>
        <translation>Einen Lauf suchen</translation>
    </message>
    <message>
        <source>Starred only: show no run without a star</source>
        <translation>Nur mit Stern: keinen Lauf ohne Stern zeigen</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>The run that was last worked on first</source>
        <translation>Der Lauf zuerst, an dem zuletzt gearbeitet wurde</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>In the order of the alphabet</source>
        <translation>Nach dem Alphabet</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>Sterne</translation>
    </message>
    <message>
        <source>Runs with a star first</source>
        <translation>Läufe mit Stern zuerst</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>The lowest KID first; only runs of the same pictures compare</source>
        <translation>Die niedrigste KID zuerst; vergleichbar sind nur Läufe mit denselben Bildern</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>With pictures</source>
        <translation>Mit Bildern</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>More to do with the chosen runs</source>
        <translation>Mehr mit den gewählten Läufen tun</translation>
    </message>
    <message>
        <source>The run&apos;s new name; Return renames, Escape leaves it as it is</source>
        <translation>Der neue Name des Laufs; Eingabe benennt um, Escape lässt ihn, wie er ist</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Give the run this name</source>
        <translation>Dem Lauf diesen Namen geben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave the name as it is</source>
        <translation>Den Namen lassen, wie er ist</translation>
    </message>
    <message>
        <source>Add to queue</source>
        <translation>In die Warteschlange</translation>
    </message>
    <message>
        <source>No run has a star. A click into the corner of a card sets one.</source>
        <translation>Kein Lauf hat einen Stern. Ein Klick in die Ecke einer Karte setzt einen.</translation>
    </message>
    <message>
        <source>No run matches “{0}”.</source>
        <translation>Kein Lauf passt zu „{0}“.</translation>
    </message>
    <message>
        <source>Looking for runs.</source>
        <translation>Läufe werden gesucht.</translation>
    </message>
    <message>
        <source>No runs yet. Each training becomes one; start on the Train page.</source>
        <translation>Noch keine Läufe. Jedes Training wird einer; beginnen Sie auf der Seite Training.</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Den Stern wegnehmen</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>{0} written to {1}.</source>
        <translation>{0} nach {1} geschrieben.</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Wheel zooms, drag moves, double-click fits, click or arrow keys pick a picture</source>
        <translation>Mausrad vergrößert, Ziehen verschiebt, Doppelklick passt ein, Klick oder Pfeiltasten wählen ein Bild</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>The best moment so far: step {0}</source>
        <translation>Der bisher beste Moment: Schritt {0}</translation>
    </message>
    <message>
        <source>Step {0}: {1}</source>
        <translation>Schritt {0}: {1}</translation>
    </message>
    <message>
        <source>{0} begins here, at step {1}</source>
        <translation>{0} beginnt hier, bei Schritt {1}</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Walk on from the picked picture, on the Explore page</source>
        <translation>Vom gewählten Bild aus weiterwandern, auf der Seite Erkunden</translation>
    </message>
    <message>
        <source>Explore this picture</source>
        <translation>Dieses Bild erkunden</translation>
    </message>
    <message>
        <source>Closer (+)</source>
        <translation>Näher (+)</translation>
    </message>
    <message>
        <source>Farther (-)</source>
        <translation>Weiter weg (-)</translation>
    </message>
    <message>
        <source>Show the whole grid (0)</source>
        <translation>Das ganze Raster zeigen (0)</translation>
    </message>
    <message>
        <source>The samples of step {0} cannot be read: {1}</source>
        <translation>Die Proben von Schritt {0} sind nicht lesbar: {1}</translation>
    </message>
    <message>
        <source>{0}, seed {1}</source>
        <translation>{0}, Seed {1}</translation>
    </message>
    <message>
        <source>seed {0}</source>
        <translation>Seed {0}</translation>
    </message>
    <message>
        <source>This run has no samples.</source>
        <translation>Dieser Lauf hat keine Proben.</translation>
    </message>
    <message>
        <source>These it learns from. The first of its own come a few seconds after the start.</source>
        <translation>Von diesen lernt es. Die ersten eigenen kommen einige Sekunden nach dem Start.</translation>
    </message>
    <message>
        <source>The first samples appear here a few seconds after the start.</source>
        <translation>Die ersten Proben erscheinen hier einige Sekunden nach dem Start.</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>{0}: {1} of the way from bad to good</source>
        <translation>{0}: {1} des Weges von schlecht zu gut</translation>
    </message>
</context>
<context>
    <name>Scales</name>
    <message>
        <source>Distance from real pictures: 0 where nothing tells them apart. Good runs end far below the line for blurred pictures; at that line little is learned.</source>
        <translation>Abstand von echten Bildern: 0, wo nichts sie unterscheidet. Gute Läufe enden weit unter der Linie für unscharfe Bilder; auf dieser Linie ist wenig gelernt.</translation>
    </message>
    <message>
        <source>The same by another ruler, which misses less: lower is better, and it falls with KID.</source>
        <translation>Dasselbe mit einem anderen Maß, dem weniger entgeht: niedriger ist besser, und es fällt mit KID.</translation>
    </message>
    <message>
        <source>Share of the real pictures that have a likeness: above 0.8 is good, below 0.3 kinds are missing.</source>
        <translation>Anteil der echten Bilder, die ein Ebenbild haben: über 0,8 ist gut, unter 0,3 fehlen Arten.</translation>
    </message>
    <message>
        <source>Share of pictures that repeat one that was learned: as for pictures kept aside is good, much more is learning by heart.</source>
        <translation>Anteil der Bilder, die ein gelerntes wiederholen: so viel wie bei zurückgehaltenen Bildern ist gut, viel mehr ist Auswendiglernen.</translation>
    </message>
    <message>
        <source>D(x) less D(G(z)): 0.2 to 0.6 is a game of equals; near 1 the discriminator has won, near 0 it guesses.</source>
        <translation>D(x) weniger D(G(z)): 0,2 bis 0,6 ist ein Spiel unter Gleichen; nahe 1 hat der Diskriminator gewonnen, nahe 0 rät er.</translation>
    </message>
    <message>
        <source>Thousands of pictures learnt from so far: shapes after some tens, good small pictures after some hundreds, as published after 5,000 to 25,000.</source>
        <translation>Tausende bisher gelernter Bilder: Formen nach einigen zehn, gute kleine Bilder nach einigen hundert, wie veröffentlicht nach 5.000 bis 25.000.</translation>
    </message>
    <message>
        <source>Learning rate: 0.0002 is usual, 0.002 for StyleGAN. Too high jumps or fails, too low stands still.</source>
        <translation>Lernrate: 0,0002 ist üblich, 0,002 bei StyleGAN. Zu hoch springt oder scheitert, zu niedrig steht still.</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Scores over time</source>
        <translation>Bewertungen über die Zeit</translation>
    </message>
    <message>
        <source>Click goes to that moment, double-click shows all</source>
        <translation>Ein Klick geht zu diesem Moment, Doppelklick zeigt alles</translation>
    </message>
    <message>
        <source>The first scores come some time into the training.</source>
        <translation>Die ersten Bewertungen kommen einige Zeit nach Beginn des Trainings.</translation>
    </message>
    <message>
        <source>This run was not scored.</source>
        <translation>Dieser Lauf wurde nicht bewertet.</translation>
    </message>
    <message>
        <source>Draw this score</source>
        <translation>Diese Bewertung zeichnen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>{0} at the moment marked as the best (dashed)</source>
        <translation>{0} im Moment, der als bester markiert ist (gestrichelt)</translation>
    </message>
    <message>
        <source>lowest {0} (dashed)</source>
        <translation>niedrigste {0} (gestrichelt)</translation>
    </message>
    <message>
        <source>highest {0} (dashed)</source>
        <translation>höchste {0} (gestrichelt)</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>höher ist besser</translation>
    </message>
    <message>
        <source>{0} now, {1}; {2}; N {3}, {4}</source>
        <translation>jetzt {0}, {1}; {2}; N {3}, {4}</translation>
    </message>
</context>
<context>
    <name>Scrubber</name>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Drag to see the samples of an earlier step; the end is live</source>
        <translation>Ziehen zeigt die Proben eines früheren Schritts; das Ende ist live</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Follow the newest samples</source>
        <translation>Den neuesten Proben folgen</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzte</translation>
    </message>
    <message>
        <source>Show the last samples</source>
        <translation>Die letzten Proben zeigen</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>This desktop has nothing to open {0} with.</source>
        <translation>Dieser Desktop hat nichts, womit sich {0} öffnen lässt.</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Anderswo speichern…</translation>
    </message>
    <message>
        <source>A folder to save the run in</source>
        <translation>Ein Ordner, in dem der Lauf gespeichert wird</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>after {0} min of training</source>
        <translation>nach {0} min Training</translation>
    </message>
    <message>
        <source>{0} ended: {1}</source>
        <translation>{0} ist beendet: {1}</translation>
    </message>
    <message>
        <source>{0} was training when GAN Studio closed.</source>
        <translation>{0} trainierte, als GAN Studio geschlossen wurde.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>{0} is written ({1} MB).</source>
        <translation>{0} ist geschrieben ({1} MB).</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>{0} is number {1} in the queue.</source>
        <translation>{0} ist Nummer {1} in der Warteschlange.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Start the queue</source>
        <translation>Warteschlange starten</translation>
    </message>
    <message>
        <source>The queue goes on with {0}, {1} to follow.</source>
        <translation>Die Warteschlange geht mit {0} weiter, {1} folgen.</translation>
    </message>
    <message>
        <source>Stop after this one</source>
        <translation>Nach diesem stoppen</translation>
    </message>
    <message>
        <source>{0} waits in the queue, {1} to follow.</source>
        <translation>{0} wartet in der Warteschlange, {1} folgen.</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <source>Show or hide the settings that matter less often</source>
        <translation>Die seltener wichtigen Einstellungen zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Set every setting back to its default</source>
        <translation>Jede Einstellung auf ihre Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>More settings ({0} changed)</source>
        <translation>Weitere Einstellungen ({0} geändert)</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light or dark, as the rest of the desktop</source>
        <translation>Hell oder dunkel, wie der übrige Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>That of the desktop, if it is one of these</source>
        <translation>Die des Desktops, wenn es eine von diesen ist</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Choose the folder that new runs are kept in</source>
        <translation>Den Ordner für neue Läufe wählen</translation>
    </message>
    <message>
        <source>Choose the folder that prepared images are kept in</source>
        <translation>Den Ordner für vorbereitete Bilder wählen</translation>
    </message>
    <message>
        <source>Closing the window stops and saves a live run without a question</source>
        <translation>Schließen des Fensters stoppt und speichert einen laufenden Lauf ohne Frage</translation>
    </message>
    <message>
        <source>The next start offers to go on where it stopped</source>
        <translation>Der nächste Start bietet an, dort weiterzumachen</translation>
    </message>
    <message>
        <source>Train in a process of its own</source>
        <translation>In einem eigenen Prozess trainieren</translation>
    </message>
    <message>
        <source>A crash while training leaves the window standing; Explore cannot follow such a run live</source>
        <translation>Ein Absturz beim Training lässt das Fenster stehen; Erkunden kann einem solchen Lauf nicht live folgen</translation>
    </message>
    <message>
        <source>Spoken from the next start on.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Runs are kept in</source>
        <translation>Läufe liegen in</translation>
    </message>
    <message>
        <source>Prepared images are kept in</source>
        <translation>Vorbereitete Bilder liegen in</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>Ordner für Läufe</translation>
    </message>
    <message>
        <source>Folder for prepared images</source>
        <translation>Ordner für vorbereitete Bilder</translation>
    </message>
</context>
<context>
    <name>SetupPage</name>
    <message>
        <source>Now yours: drop a folder.</source>
        <translation>Jetzt Ihre eigenen: ziehen Sie einen Ordner hinein.</translation>
    </message>
    <message>
        <source>Drop a folder of pictures to begin.</source>
        <translation>Ziehen Sie einen Ordner mit Bildern hinein, um zu beginnen.</translation>
    </message>
    <message>
        <source>The pictures are being prepared.</source>
        <translation>Die Bilder werden vorbereitet.</translation>
    </message>
    <message>
        <source>A folder of pictures</source>
        <translation>Ein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>A folder with the same pictures, small</source>
        <translation>Ein Ordner mit denselben Bildern, klein</translation>
    </message>
    <message>
        <source>The sample set is being drawn.</source>
        <translation>Die Beispielbilder werden gezeichnet.</translation>
    </message>
    <message>
        <source>Drop a folder of images</source>
        <translation>Einen Ordner mit Bildern hineinziehen</translation>
    </message>
    <message>
        <source>JPEG, PNG, WebP, GIF, TIFF and more; nested folders and archives too. Originals stay as they are.</source>
        <translation>JPEG, PNG, WebP, GIF, TIFF und mehr; auch verschachtelte Ordner und Archive. Originale bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Try the sample set</source>
        <translation>Beispielbilder ausprobieren</translation>
    </message>
    <message>
        <source>Drawing the sample set</source>
        <translation>Beispielbilder werden gezeichnet</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>{0} images, {1} at up to {2} px</source>
        <translation>{0} Bilder, {1} bei bis zu {2} px</translation>
    </message>
    <message>
        <source>{0} images, {1} at {2} px</source>
        <translation>{0} Bilder, {1} bei {2} px</translation>
    </message>
    <message>
        <source>, {0} classes</source>
        <translation>, {0} Klassen</translation>
    </message>
    <message>
        <source>, {0} a step instead of {1}</source>
        <translation>, {0} je Schritt statt {1}</translation>
    </message>
</context>
<context>
    <name>Sharing</name>
    <message>
        <source>Run to send</source>
        <translation>Lauf zum Verschicken</translation>
    </message>
    <message>
        <source>Run that was sent</source>
        <translation>Zugeschickter Lauf</translation>
    </message>
</context>
<context>
    <name>Speeds</name>
    <message>
        <source>100k in {0}</source>
        <translation>100k in {0}</translation>
    </message>
    <message>
        <source>Measure again</source>
        <translation>Neu messen</translation>
    </message>
    <message>
        <source>Measure now</source>
        <translation>Jetzt messen</translation>
    </message>
    <message>
        <source>It is being measured again.</source>
        <translation>Es wird neu gemessen.</translation>
    </message>
    <message>
        <source>How fast it is on this computer is being measured.</source>
        <translation>Gemessen wird, wie schnell es auf diesem Computer ist.</translation>
    </message>
    <message>
        <source>It could not be measured just now.</source>
        <translation>Es konnte eben nicht gemessen werden.</translation>
    </message>
    <message>
        <source>It is measured again when the computer is idle.</source>
        <translation>Es wird neu gemessen, wenn der Computer nichts zu tun hat.</translation>
    </message>
    <message>
        <source>How fast it is on this computer is measured when the computer is idle.</source>
        <translation>Wie schnell es auf diesem Computer ist, wird gemessen, wenn er nichts zu tun hat.</translation>
    </message>
    <message>
        <source>Measured here on {0} at {1} px, batch {2}: {3} images a second, 100 thousand in {4}.</source>
        <translation>Hier gemessen auf {0} bei {1} px, Batch {2}: {3} Bilder pro Sekunde, 100 Tausend in {4}.</translation>
    </message>
    <message>
        <source>The computer was busy then.</source>
        <translation>Der Computer war dabei beschäftigt.</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tage</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>Go to this run</source>
        <translation>Zu diesem Lauf gehen</translation>
    </message>
    <message>
        <source>Nothing is training</source>
        <translation>Nichts trainiert</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <source>{0}, fading in {1} %</source>
        <translation>{0}, {1} % eingeblendet</translation>
    </message>
    <message>
        <source>{0} of {1} px</source>
        <translation>{0} von {1} px</translation>
    </message>
    <message>
        <source>{0} kimg</source>
        <translation>{0} kimg</translation>
    </message>
    <message>
        <source>{0} images/s</source>
        <translation>{0} Bilder/s</translation>
    </message>
    <message>
        <source>about {0} left</source>
        <translation>noch etwa {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>noch unter 1 min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} Tage</translation>
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
        <translation>Letzter Lauf: {0}</translation>
    </message>
</context>
<context>
    <name>Stopwatch</name>
    <message>
        <source>about {0} s left</source>
        <translation>noch etwa {0} s</translation>
    </message>
    <message>
        <source>about {0} min left</source>
        <translation>noch etwa {0} min</translation>
    </message>
</context>
<context>
    <name>StyleChoice</name>
    <message>
        <source>How much of this style, beside the others</source>
        <translation>Wie viel von diesem Stil, neben den anderen</translation>
    </message>
    <message>
        <source>Style {0}</source>
        <translation>Stil {0}</translation>
    </message>
    <message>
        <source>How much of each</source>
        <translation>Wie viel von jedem</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How much style: 0 leaves the pictures nearly as they are</source>
        <translation>Wie viel Stil: 0 lässt die Bilder fast, wie sie sind</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Noch einer</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>Another style</source>
        <translation>Noch ein Stil</translation>
    </message>
    <message>
        <source>A picture whose style it takes</source>
        <translation>Ein Bild, dessen Stil genommen wird</translation>
    </message>
    <message>
        <source>In the style of</source>
        <translation>Im Stil von</translation>
    </message>
    <message>
        <source>Strength, {0} %</source>
        <translation>Stärke, {0} %</translation>
    </message>
</context>
<context>
    <name>StyleForm</name>
    <message>
        <source>In the style of</source>
        <translation>Im Stil von</translation>
    </message>
    <message>
        <source>{0} draws in one pass.</source>
        <translation>{0} zeichnet in einem Durchgang.</translation>
    </message>
    <message>
        <source>How much of each</source>
        <translation>Wie viel von jedem</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Ohne ihn</translation>
    </message>
    <message>
        <source>Draw step by step, in the style of pictures</source>
        <translation>Schritt für Schritt zeichnen, im Stil von Bildern</translation>
    </message>
    <message>
        <source>How much of this style, beside the others</source>
        <translation>Wie viel von diesem Stil, neben den anderen</translation>
    </message>
    <message>
        <source>Style {0}</source>
        <translation>Stil {0}</translation>
    </message>
    <message>
        <source>Paint on the picture where style {0} goes; the right button takes away</source>
        <translation>Auf dem Bild malen, wohin Stil {0} kommt; die rechte Taste nimmt weg</translation>
    </message>
    <message>
        <source>Paint no more; what is not painted belongs to the styles without a place of their own</source>
        <translation>Nicht weiter malen; was nicht bemalt ist, gehört den Stilen ohne eigenen Ort</translation>
    </message>
    <message>
        <source>Paint where a style goes</source>
        <translation>Malen, wohin ein Stil kommt</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Every style goes everywhere again</source>
        <translation>Jeder Stil kommt wieder überall hin</translation>
    </message>
    <message>
        <source>Keep the colours</source>
        <translation>Farben behalten</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Strength, {0} %</source>
        <translation>Stärke, {0} %</translation>
    </message>
    <message>
        <source>Size of the brush, {0} times</source>
        <translation>Größe des Pinsels, {0}-fach</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Draw the picture in this style (Ctrl+Return)</source>
        <translation>Das Bild in diesem Stil zeichnen (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Stop and take it</source>
        <translation>Stoppen und nehmen</translation>
    </message>
    <message>
        <source>End with the picture as it is now</source>
        <translation>Mit dem Bild enden, wie es jetzt ist</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Zeichnet</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Write the picture as a file</source>
        <translation>Das Bild als Datei schreiben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Put the picture into the clipboard</source>
        <translation>Das Bild in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Den Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Die Datei zeigen</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>A file with the weights, kept from then on</source>
        <translation>Eine Datei mit den Gewichten, die von da an behalten wird</translation>
    </message>
    <message>
        <source>Fetch it</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Fetch the weights once from their publisher</source>
        <translation>Die Gewichte einmal von ihrem Herausgeber holen</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Größe des Bildes</translation>
    </message>
</context>
<context>
    <name>StylePanel</name>
    <message>
        <source>Variety (psi)</source>
        <translation>Vielfalt (Psi)</translation>
    </message>
    <message>
        <source>Truncation: below 1 more typical, less varied; 0 is the mean picture</source>
        <translation>Trunkierung: unter 1 typischer, weniger vielfältig; 0 ist das mittlere Bild</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>What it draws</source>
        <translation>Was es zeichnet</translation>
    </message>
    <message>
        <source>Second class</source>
        <translation>Zweite Klasse</translation>
    </message>
    <message>
        <source>What the first class is blended with</source>
        <translation>Womit die erste Klasse überblendet wird</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Überblenden</translation>
    </message>
    <message>
        <source>0: the first class, 1: the second</source>
        <translation>0: die erste Klasse, 1: die zweite</translation>
    </message>
    <message>
        <source>blended with</source>
        <translation>überblendet mit</translation>
    </message>
    <message>
        <source>Truncation cutoff</source>
        <translation>Trunkierungsgrenze</translation>
    </message>
    <message>
        <source>Layers from this one on are not truncated; 0 truncates all</source>
        <translation>Schichten ab dieser werden nicht trunkiert; 0 trunkiert alle</translation>
    </message>
    <message>
        <source>Mixing</source>
        <translation>Mischen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>One style for all layers</source>
        <translation>Ein Stil für alle Schichten</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Some layers take another picture&apos;s style</source>
        <translation>Einige Schichten nehmen den Stil eines anderen Bildes</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>The noise that it learned with</source>
        <translation>Das Rauschen, mit dem es gelernt hat</translation>
    </message>
    <message>
        <source>No noise: smoother, a little painted</source>
        <translation>Kein Rauschen: glatter, ein wenig gemalt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Other noise: fine detail changes, the subject does not</source>
        <translation>Anderes Rauschen: feine Einzelheiten ändern sich, der Gegenstand nicht</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>Seed des Rauschens</translation>
    </message>
    <message>
        <source>The number that the noise is drawn from</source>
        <translation>Die Zahl, aus der das Rauschen gezogen wird</translation>
    </message>
    <message>
        <source>Cutoff layer</source>
        <translation>Grenzschicht</translation>
    </message>
    <message>
        <source>Style mixing</source>
        <translation>Stilmischung</translation>
    </message>
    <message>
        <source>Other style</source>
        <translation>Anderer Stil</translation>
    </message>
    <message>
        <source>The picture whose style is taken</source>
        <translation>Das Bild, dessen Stil genommen wird</translation>
    </message>
    <message>
        <source>Seed of the other style</source>
        <translation>Seed des anderen Stils</translation>
    </message>
    <message>
        <source>Another random style</source>
        <translation>Ein anderer zufälliger Stil</translation>
    </message>
    <message>
        <source>First layer</source>
        <translation>Erste Schicht</translation>
    </message>
    <message>
        <source>0 is the coarsest: pose and shape</source>
        <translation>0 ist die gröbste: Haltung und Form</translation>
    </message>
    <message>
        <source>Last layer</source>
        <translation>Letzte Schicht</translation>
    </message>
    <message>
        <source>The last ones are colour and fine detail</source>
        <translation>Die letzten sind Farbe und feine Einzelheiten</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
</context>
<context>
    <name>StyleView</name>
    <message>
        <source>Style</source>
        <translation>Stil</translation>
    </message>
    <message>
        <source>A folder has no style: drop single pictures here.</source>
        <translation>Ein Ordner hat keinen Stil: ziehen Sie einzelne Bilder hierher.</translation>
    </message>
    <message>
        <source>Looking into {0}.</source>
        <translation>{0} wird durchsucht.</translation>
    </message>
    <message>
        <source>Style is seen with a small network, SqueezeNet 1.1, whose weights ({0} MB) are not on this computer yet. Choose a file with them, or have them fetched once.</source>
        <translation>Stil wird mit einem kleinen Netz gesehen, SqueezeNet 1.1, dessen Gewichte ({0} MB) noch nicht auf diesem Computer sind. Wählen Sie eine Datei mit ihnen, oder lassen Sie sie einmal holen.</translation>
    </message>
    <message>
        <source>Drop the picture that is to be drawn.</source>
        <translation>Ziehen Sie das Bild hinein, das gezeichnet werden soll.</translation>
    </message>
    <message>
        <source>Drop a picture whose style it is to have.</source>
        <translation>Ziehen Sie ein Bild hinein, dessen Stil es haben soll.</translation>
    </message>
    <message>
        <source>Looking at the pictures.</source>
        <translation>Die Bilder werden angesehen.</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Drop the picture that is drawn anew</source>
        <translation>Ziehen Sie das Bild hinein, das neu gezeichnet wird</translation>
    </message>
    <message>
        <source>Drop a picture whose style it takes</source>
        <translation>Ziehen Sie ein Bild hinein, dessen Stil es annimmt</translation>
    </message>
    <message>
        <source>The result appears here while it is drawn, and is dragged out from here.</source>
        <translation>Das Ergebnis erscheint hier, während es gezeichnet wird, und wird von hier herausgezogen.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Fetching the weights.</source>
        <translation>Die Gewichte werden geholt.</translation>
    </message>
    <message>
        <source>Another style</source>
        <translation>Noch ein Stil</translation>
    </message>
    <message>
        <source>Style, learned</source>
        <translation>Gelernter Stil</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Noch einer</translation>
    </message>
    <message>
        <source>Style {0}</source>
        <translation>Stil {0}</translation>
    </message>
    <message>
        <source>Pictures ({0})</source>
        <translation>Bilder ({0})</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>Pictures to take the style of</source>
        <translation>Bilder, deren Stil genommen wird</translation>
    </message>
    <message>
        <source>A file with the weights of SqueezeNet 1.1</source>
        <translation>Eine Datei mit den Gewichten von SqueezeNet 1.1</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt)</source>
        <translation>Gewichte (*.safetensors *.pth *.pt)</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Schritt {0} von {1}</translation>
    </message>
    <message>
        <source>Stopped before there was a picture.</source>
        <translation>Gestoppt, bevor es ein Bild gab.</translation>
    </message>
    <message>
        <source>Drawn in one pass.</source>
        <translation>In einem Durchgang gezeichnet.</translation>
    </message>
    <message>
        <source>{0} % of the way to the style.</source>
        <translation>{0} % des Weges zum Stil.</translation>
    </message>
    <message>
        <source>Stopped at step {0} of {1}.</source>
        <translation>Bei Schritt {0} von {1} gestoppt.</translation>
    </message>
    <message>
        <source>Saved as {0}.</source>
        <translation>Als {0} gespeichert.</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>{0} in the style of {1}</source>
        <translation>{0} im Stil von {1}</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
</context>
<context>
    <name>ThumbnailStrip</name>
    <message>
        <source>Prepared pictures</source>
        <translation>Vorbereitete Bilder</translation>
    </message>
</context>
<context>
    <name>TimeMachine</name>
    <message>
        <source>Rows are latents, or pictures that go in; columns are moments. Click or arrow keys choose one, the wheel scrolls</source>
        <translation>Zeilen sind latente Vektoren oder Bilder, die hineingehen; Spalten sind Momente. Klick oder Pfeiltasten wählen, das Mausrad blättert</translation>
    </message>
    <message>
        <source>Pictures over time</source>
        <translation>Bilder über die Zeit</translation>
    </message>
    <message>
        <source>The first moments appear here some time after the start.</source>
        <translation>Die ersten Momente erscheinen hier einige Zeit nach dem Start.</translation>
    </message>
    <message>
        <source>Nothing is kept of this run&apos;s moments.</source>
        <translation>Von den Momenten dieses Laufs ist nichts gespeichert.</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Time axis</source>
        <translation>Zeitachse</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Schnappschüsse</translation>
    </message>
    <message>
        <source>Drawn anew by each kept state of the generator</source>
        <translation>Neu gezeichnet von jedem gespeicherten Stand des Generators</translation>
    </message>
    <message>
        <source>Grids</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Cut out of the grids of samples that were written on the way</source>
        <translation>Ausgeschnitten aus den Rastern, die unterwegs geschrieben wurden</translation>
    </message>
    <message>
        <source>{0} rows; fewer are shown larger</source>
        <translation>{0} Zeilen; weniger werden größer gezeigt</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>A → B</source>
        <translation>A → B</translation>
    </message>
    <message>
        <source>Pictures of side A, and what became of them</source>
        <translation>Bilder der Seite A und was daraus wurde</translation>
    </message>
    <message>
        <source>B → A</source>
        <translation>B → A</translation>
    </message>
    <message>
        <source>Pictures of side B, and what became of them</source>
        <translation>Bilder der Seite B und was daraus wurde</translation>
    </message>
    <message>
        <source>Start a new run from here…</source>
        <translation>Neuen Lauf von hier starten…</translation>
    </message>
    <message>
        <source>Another run begins with the networks of this moment; this one stays as it is</source>
        <translation>Ein anderer Lauf beginnt mit den Netzen dieses Moments; dieser bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Time-lapse…</source>
        <translation>Zeitraffer…</translation>
    </message>
    <message>
        <source>Make a film of these pictures over time</source>
        <translation>Einen Film dieser Bilder über die Zeit machen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Plays everywhere; at most 256 colours</source>
        <translation>Läuft überall; höchstens 256 Farben</translation>
    </message>
    <message>
        <source>Exact; plays in browsers</source>
        <translation>Verlustfrei; läuft in Browsern</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>Ein Video</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Alle Zeilen</translation>
    </message>
    <message>
        <source>All latents as one sheet</source>
        <translation>Alle latenten Vektoren als ein Bogen</translation>
    </message>
    <message>
        <source>Chosen row</source>
        <translation>Gewählte Zeile</translation>
    </message>
    <message>
        <source>The row that was clicked, alone and larger</source>
        <translation>Die angeklickte Zeile, allein und größer</translation>
    </message>
    <message>
        <source> s each</source>
        <translation> s je Bild</translation>
    </message>
    <message>
        <source>Seconds for each picture</source>
        <translation>Sekunden für jedes Bild</translation>
    </message>
    <message>
        <source>How long each picture stays</source>
        <translation>Wie lange jedes Bild stehen bleibt</translation>
    </message>
    <message>
        <source>Save film…</source>
        <translation>Film speichern…</translation>
    </message>
    <message>
        <source>Choose a file, then write the film</source>
        <translation>Eine Datei wählen, dann den Film schreiben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; nothing is written</source>
        <translation>Stoppen; nichts wird geschrieben</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Open the folder in the file manager</source>
        <translation>Den Ordner in der Dateiverwaltung öffnen</translation>
    </message>
    <message>
        <source>Making the film</source>
        <translation>Der Film wird erstellt</translation>
    </message>
    <message>
        <source>Choose a moment</source>
        <translation>Einen Moment wählen</translation>
    </message>
    <message>
        <source>, the best</source>
        <translation>, der beste</translation>
    </message>
    <message>
        <source>{0} kimg, step {1}</source>
        <translation>{0} kimg, Schritt {1}</translation>
    </message>
</context>
<context>
    <name>TimeTravel</name>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>picture {0}</source>
        <translation>Bild {0}</translation>
    </message>
    <message>
        <source>latent {0}</source>
        <translation>latenter Vektor {0}</translation>
    </message>
    <message>
        <source>This run kept no snapshots of its generator; the grids of samples serve as its time axis.</source>
        <translation>Dieser Lauf hat keine Schnappschüsse seines Generators behalten; die Raster der Proben dienen als Zeitachse.</translation>
    </message>
    <message>
        <source>Cut out of the grids of samples; a new run starts from the last checkpoint before.</source>
        <translation>Ausgeschnitten aus den Rastern der Proben; ein neuer Lauf beginnt beim letzten Checkpoint davor.</translation>
    </message>
    <message>
        <source>This run kept too few moments for a film.</source>
        <translation>Dieser Lauf hat zu wenige Momente für einen Film behalten.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Save film</source>
        <translation>Film speichern</translation>
    </message>
    <message>
        <source>{0} written to {1}.</source>
        <translation>{0} nach {1} geschrieben.</translation>
    </message>
    <message>
        <source>{0} is written.</source>
        <translation>{0} ist geschrieben.</translation>
    </message>
</context>
<context>
    <name>TranslateForm</name>
    <message>
        <source>Translate pictures</source>
        <translation>Bilder übersetzen</translation>
    </message>
    <message>
        <source>Back to what it learns</source>
        <translation>Zurück zu dem, was es lernt</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>The newest</source>
        <translation>Der neueste</translation>
    </message>
    <message>
        <source>{0}: {1} pictures</source>
        <translation>{0}: {1} Bilder</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Das Ergebnis speichern</translation>
    </message>
    <message>
        <source>Translate all</source>
        <translation>Alle übersetzen</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <source>Pictures of side A become ones of side B</source>
        <translation>Bilder der Seite A werden zu solchen der Seite B</translation>
    </message>
    <message>
        <source>Pictures of side B become ones of side A</source>
        <translation>Bilder der Seite B werden zu solchen der Seite A</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Which saved state of the networks translates</source>
        <translation>Welcher gespeicherte Stand der Netze übersetzt</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>Teiler</translation>
    </message>
    <message>
        <source>Drag a line across the picture</source>
        <translation>Eine Linie über das Bild ziehen</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Before on the left, after on the right</source>
        <translation>Links vorher, rechts nachher</translation>
    </message>
    <message>
        <source>Blink</source>
        <translation>Blinken</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Eins nach dem anderen</translation>
    </message>
    <message>
        <source>Compare by</source>
        <translation>Vergleichen durch</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here</source>
        <translation>Bilder oder einen Ordner hierher ziehen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose pictures to translate</source>
        <translation>Bilder zum Übersetzen wählen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Take the picture or the files in the clipboard (Ctrl+V)</source>
        <translation>Das Bild oder die Dateien aus der Zwischenablage nehmen (Ctrl+V)</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Translate what the camera sees, as it sees it</source>
        <translation>Übersetzen, was die Kamera sieht, während sie es sieht</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Choose the folder that the results go to</source>
        <translation>Den Ordner für die Ergebnisse wählen</translation>
    </message>
    <message>
        <source>Otherwise nothing is done when a name is taken</source>
        <translation>Sonst geschieht nichts, wenn ein Name vergeben ist</translation>
    </message>
    <message>
        <source>Replace files of the same names</source>
        <translation>Dateien gleichen Namens ersetzen</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Wird übersetzt</translation>
    </message>
    <message>
        <source>Translate, and keep names and subfolders</source>
        <translation>Übersetzen und Namen und Unterordner behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop; what is written stays</source>
        <translation>Stoppen; was geschrieben ist, bleibt</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Den Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the results</source>
        <translation>Die Ergebnisse zeigen</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Ergebnisse kommen nach</translation>
    </message>
</context>
<context>
    <name>TranslateLive</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>As given</source>
        <translation>Wie gegeben</translation>
    </message>
    <message>
        <source>The fixed pictures in their order</source>
        <translation>Die festen Bilder in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Worst first</source>
        <translation>Schlechteste zuerst</translation>
    </message>
    <message>
        <source>First what comes back most changed, on each side</source>
        <translation>Zuerst, was am stärksten verändert zurückkommt, auf jeder Seite</translation>
    </message>
</context>
<context>
    <name>TranslateSetup</name>
    <message>
        <source>Drop a folder of pictures on side {0}.</source>
        <translation>Ziehen Sie einen Ordner mit Bildern auf Seite {0}.</translation>
    </message>
    <message>
        <source>The pictures are being prepared.</source>
        <translation>Die Bilder werden vorbereitet.</translation>
    </message>
    <message>
        <source>Swap the sides</source>
        <translation>Die Seiten tauschen</translation>
    </message>
    <message>
        <source>{0} and {1} pictures at {2} px</source>
        <translation>{0} und {1} Bilder bei {2} px</translation>
    </message>
</context>
<context>
    <name>TranslateSide</name>
    <message>
        <source>{0}   drop a folder</source>
        <translation>{0}   Ordner hineinziehen</translation>
    </message>
    <message>
        <source>Pictures of one kind; they need no partners on the other side.</source>
        <translation>Bilder einer Art; sie brauchen keine Partner auf der anderen Seite.</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <source>{0}   drawing {1}</source>
        <translation>{0}   zeichnet {1}</translation>
    </message>
    <message>
        <source>The pictures of side {0}</source>
        <translation>Die Bilder der Seite {0}</translation>
    </message>
</context>
<context>
    <name>TranslateUse</name>
    <message>
        <source>Translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>Looking for pictures.</source>
        <translation>Bilder werden gesucht.</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Bild.</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here.</source>
        <translation>Ziehen Sie Bilder oder einen Ordner hierher.</translation>
    </message>
    <message>
        <source>All pictures that were dropped</source>
        <translation>Alle hineingezogenen Bilder</translation>
    </message>
    <message>
        <source>Click or arrow keys show one and its translation</source>
        <translation>Klick oder Pfeiltasten zeigen eines und seine Übersetzung</translation>
    </message>
    <message>
        <source>Pictures to translate</source>
        <translation>Bilder zum Übersetzen</translation>
    </message>
    <message>
        <source>Where the results go</source>
        <translation>Wohin die Ergebnisse kommen</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>Was hineingezogen wurde</translation>
    </message>
    <message>
        <source>Translating the first picture.</source>
        <translation>Das erste Bild wird übersetzt.</translation>
    </message>
    <message>
        <source>1 picture written.</source>
        <translation>1 Bild geschrieben.</translation>
    </message>
    <message>
        <source>{0} pictures written.</source>
        <translation>{0} Bilder geschrieben.</translation>
    </message>
    <message>
        <source>The rest was not begun.</source>
        <translation>Der Rest wurde nicht begonnen.</translation>
    </message>
    <message>
        <source>{0} could not be read:</source>
        <translation>{0} nicht lesbar:</translation>
    </message>
</context>
<context>
    <name>UpdateSection</name>
    <message>
        <source>Changelog of the newest version</source>
        <translation>Änderungsliste der neuesten Version</translation>
    </message>
    <message>
        <source>Where the newest version&apos;s CHANGELOG.md is: an address, fetched when you press the button, or a file</source>
        <translation>Wo die CHANGELOG.md der neuesten Version liegt: eine Adresse, abgerufen beim Druck auf den Knopf, oder eine Datei</translation>
    </message>
    <message>
        <source>Address or file of a CHANGELOG.md</source>
        <translation>Adresse oder Datei einer CHANGELOG.md</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Looks once whether there is a newer version</source>
        <translation>Sieht einmal nach, ob es eine neuere Version gibt</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Was ist neu</translation>
    </message>
    <message>
        <source>What the changelog says of the version that is installed</source>
        <translation>Was die Änderungsliste über die installierte Version sagt</translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation>{0} ist installiert.</translation>
    </message>
    <message>
        <source>Newer versions</source>
        <translation>Neuere Versionen</translation>
    </message>
    <message>
        <source>Type where the changelog is first: the address or the file of a CHANGELOG.md.</source>
        <translation>Zuerst angeben, wo die Änderungsliste liegt: Adresse oder Datei einer CHANGELOG.md.</translation>
    </message>
    <message>
        <source>Looking...</source>
        <translation>Wird nachgesehen...</translation>
    </message>
    <message>
        <source>{0} is the newest version.</source>
        <translation>{0} ist die neueste Version.</translation>
    </message>
    <message>
        <source>{0} is there. What is new:</source>
        <translation>{0} ist da. Das ist neu:</translation>
    </message>
    <message>
        <source>The changelog did not come with this program.</source>
        <translation>Dieses Programm kam ohne Änderungsliste.</translation>
    </message>
</context>
<context>
    <name>VerdictPanel</name>
    <message>
        <source>Nothing to judge yet</source>
        <translation>Noch nichts zu beurteilen</translation>
    </message>
    <message>
        <source>The first numbers come after some seconds.</source>
        <translation>Die ersten Zahlen kommen nach einigen Sekunden.</translation>
    </message>
    <message>
        <source>The first come some time into the training.</source>
        <translation>Die ersten kommen einige Zeit nach Beginn des Trainings.</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Bewertungen</translation>
    </message>
    <message>
        <source>None were measured.</source>
        <translation>Es wurden keine gemessen.</translation>
    </message>
    <message>
        <source>lower is better</source>
        <translation>niedriger ist besser</translation>
    </message>
    <message>
        <source>higher is better</source>
        <translation>höher ist besser</translation>
    </message>
    <message>
        <source>; N {0}, {1}</source>
        <translation>; N {0}, {1}</translation>
    </message>
    <message>
        <source>; so few images bias it</source>
        <translation>; so wenige Bilder verzerren sie</translation>
    </message>
    <message>
        <source>{0} at the moment marked as the best, {1} kimg</source>
        <translation>{0} im als bestem markierten Moment, {1} kimg</translation>
    </message>
    <message>
        <source>lowest {0} at {1} kimg</source>
        <translation>niedrigste {0} bei {1} kimg</translation>
    </message>
    <message>
        <source>highest {0} at {1} kimg</source>
        <translation>höchste {0} bei {1} kimg</translation>
    </message>
    <message>
        <source>Scores: N {0} images on each side, features {1}</source>
        <translation>Bewertungen: N {0} Bilder auf jeder Seite, Merkmale {1}</translation>
    </message>
    <message>
        <source>of the variety of as many training images; near 0: all the same</source>
        <translation>der Vielfalt ebenso vieler Trainingsbilder; nahe 0: alle gleich</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>Vielfalt</translation>
    </message>
    <message>
        <source>of the samples lie close to one training image alone</source>
        <translation>der Proben liegen einem einzigen Trainingsbild nahe</translation>
    </message>
    <message>
        <source>{0}; of new real images {1} do</source>
        <translation>{0}; von neuen echten Bildern {1}</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>D(x) {0} of training images less D(G(z)) {1} of generated ones</source>
        <translation>D(x) {0} der Trainingsbilder weniger D(G(z)) {1} der erzeugten</translation>
    </message>
    <message>
        <source>; real images it has not seen get {0}</source>
        <translation>; echte Bilder, die es nicht gesehen hat, erhalten {0}</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>thousand pictures learned from</source>
        <translation>Tausend Bilder, von denen gelernt wurde</translation>
    </message>
    <message>
        <source>learning rate of the generator; {0} of the discriminator</source>
        <translation>Lernrate des Generators; {0} des Diskriminators</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <source>{0}, past</source>
        <translation>{0}, vorbei</translation>
    </message>
    <message>
        <source> (now {0})</source>
        <translation> (jetzt {0})</translation>
    </message>
    <message>
        <source>Go on with {0}</source>
        <translation>Weiter mit {0}</translation>
    </message>
    <message>
        <source>Starts a new run from this run&apos;s checkpoint with these settings; this run is saved and stopped, and stays.</source>
        <translation>Beginnt einen neuen Lauf vom Checkpoint dieses Laufs mit diesen Einstellungen; dieser wird gespeichert und gestoppt und bleibt.</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>WalkPanel</name>
    <message>
        <source>Place on the way</source>
        <translation>Ort auf dem Weg</translation>
    </message>
    <message>
        <source>From the first pin to the last</source>
        <translation>Vom ersten gehefteten Ort zum letzten</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>Kugel</translation>
    </message>
    <message>
        <source>Spherical: a great circle in z, where typical latents lie</source>
        <translation>Sphärisch: ein Großkreis in z, wo typische latente Vektoren liegen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Gerade</translation>
    </message>
    <message>
        <source>Linear in z: nearer to the middle halfway, blander pictures</source>
        <translation>Linear in z: auf halbem Weg näher an der Mitte, fadere Bilder</translation>
    </message>
    <message>
        <source>Line in w</source>
        <translation>Gerade in w</translation>
    </message>
    <message>
        <source>Linear in the intermediate space behind the mapping network</source>
        <translation>Linear im Zwischenraum hinter dem Abbildungsnetz</translation>
    </message>
    <message>
        <source>Loop</source>
        <translation>Schleife</translation>
    </message>
    <message>
        <source>The way leads from the last pin back to the first</source>
        <translation>Der Weg führt vom letzten Ort zum ersten zurück</translation>
    </message>
    <message>
        <source>Walk by itself, and stop</source>
        <translation>Von selbst wandern, und anhalten</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Pins per second: {0}</source>
        <translation>Orte pro Sekunde: {0}</translation>
    </message>
    <message>
        <source>pins/s</source>
        <translation>Orte/s</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>All pictures of the folder</source>
        <translation>Alle Bilder des Ordners</translation>
    </message>
    <message>
        <source>Delete leaves the chosen pictures out, and brings them back. The frame of a chosen picture can be dragged; Alt and the arrow keys move it.</source>
        <translation>Entf lässt die gewählten Bilder weg und holt sie zurück. Der Rahmen eines gewählten Bildes lässt sich ziehen; Alt und die Pfeiltasten verschieben ihn.</translation>
    </message>
</context>
<context>
    <name>Written</name>
    <message>
        <source>{0} of {1} pictures written; then it was cancelled.</source>
        <translation>{0} von {1} Bildern geschrieben; dann wurde abgebrochen.</translation>
    </message>
    <message>
        <source>1 picture written.</source>
        <translation>1 Bild geschrieben.</translation>
    </message>
    <message>
        <source>{0} pictures written.</source>
        <translation>{0} Bilder geschrieben.</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{0}. Type another name for what it changes.</source>
        <translation>{0}. Schreiben Sie einen anderen Namen für das, was sie ändert.</translation>
    </message>
    <message>
        <source>Name of {0}</source>
        <translation>Name von {0}</translation>
    </message>
    <message>
        <source>How far along this direction; double-click the number for 0</source>
        <translation>Wie weit in dieser Richtung; Doppelklick auf die Zahl für 0</translation>
    </message>
    <message>
        <source>{0}: back to 0, which is the original</source>
        <translation>{0}: zurück auf 0, das ist das Original</translation>
    </message>
    <message>
        <source>Take {0} off the list</source>
        <translation>{0} von der Liste nehmen</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} bei {1}</translation>
    </message>
    <message>
        <source>{0}; a click goes there</source>
        <translation>{0}; ein Klick führt dorthin</translation>
    </message>
</context>
<context>
    <name>_Strip</name>
    <message>
        <source>Drop pictures here to translate them</source>
        <translation>Ziehen Sie Bilder hierher, um sie zu übersetzen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Translate pictures with what it has learned so far</source>
        <translation>Bilder mit dem bisher Gelernten übersetzen</translation>
    </message>
    <message>
        <source>Drop pictures or a folder here to translate them</source>
        <translation>Ziehen Sie Bilder oder einen Ordner hierher, um sie zu übersetzen</translation>
    </message>
</context>
<context>
    <name>_Table</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Space leaves a folder out, F2 renames a class</source>
        <translation>Leertaste lässt einen Ordner weg, F2 benennt eine Klasse um</translation>
    </message>
</context>
<context>
    <name>window</name>
    <message>
        <source>GAN Studio ended unexpectedly the last time. Runs are saved as far as they were.</source>
        <translation>GAN Studio wurde beim letzten Mal unerwartet beendet. Läufe sind gespeichert, soweit sie waren.</translation>
    </message>
</context>
</TS>
