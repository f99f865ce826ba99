; The installer of Windows, for the person alone: no administrator is asked for. makensis -DVERSION=... -DBUNDLE=...
; -DOUT=... -DICON=... -DLICENSE=... ganstudio.nsi, which `python packaging/build.py nsis` does.
Unicode true
!include "MUI2.nsh"

Name "GAN Studio"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\GAN Studio"
InstallDirRegKey HKCU "Software\GAN Studio" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\GAN Studio"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\ganstudio-window.exe"

!insertmacro MUI_PAGE_LICENSE "${LICENSE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "SimpChinese"

Section "GAN Studio"
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal" ; what another version had and this one has not
  File /r "${BUNDLE}/*"
  CreateShortcut "$SMPROGRAMS\GAN Studio.lnk" "$INSTDIR\ganstudio-window.exe"
  WriteRegStr HKCU "Software\GAN Studio" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.ganrun" "" "GANStudio.Run"
  WriteRegStr HKCU "Software\Classes\GANStudio.Run" "" "GAN Studio run"
  WriteRegStr HKCU "Software\Classes\GANStudio.Run\DefaultIcon" "" "$INSTDIR\ganstudio-window.exe,0"
  WriteRegStr HKCU "Software\Classes\GANStudio.Run\shell\open\command" "" '"$INSTDIR\ganstudio-window.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Directory\shell\GANStudio" "" "Open in GAN Studio"
  WriteRegStr HKCU "Software\Classes\Directory\shell\GANStudio\command" "" '"$INSTDIR\ganstudio-window.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "GAN Studio"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\ganstudio-window.exe"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

; The person's runs lie in Documents and stay.
Section "Uninstall"
  Delete "$SMPROGRAMS\GAN Studio.lnk"
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\ganstudio.exe"
  Delete "$INSTDIR\ganstudio-window.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "Software\GAN Studio"
  DeleteRegKey HKCU "Software\Classes\.ganrun"
  DeleteRegKey HKCU "Software\Classes\GANStudio.Run"
  DeleteRegKey HKCU "Software\Classes\Directory\shell\GANStudio"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
