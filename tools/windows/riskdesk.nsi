; The installer of Riskdesk: for one user, without rights of an administrator, or with /AllUsers for all of them.
; docs/packaging.md says how it is used; tools/windows/build.py gives VERSION, PROGRAM (the folder), ICON, SIDE (a
; picture) and OUT, and QUICK for one that is large and soon made.
Unicode true
Target amd64-unicode
!ifndef QUICK
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
; What cannot be written ends the installation, in silent mode too, which would leave the file out otherwise.
AllowSkipFiles off

!include FileFunc.nsh
!include LogicLib.nsh
!include MUI2.nsh
!include WinVer.nsh

!define APP "Riskdesk"
!define KIND "riskdesk.store"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APP}"
; Exit statuses of ours; 1 and 2 are those of NSIS: cancelled, and ended because something could not be written.
!define RUNS 5
!define TOO_OLD 6
!define NO_RIGHTS 7

Name "${APP}"
BrandingText "${APP} ${VERSION}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${APP}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${APP}"
BrandingText "${APP} ${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileDescription "${APP} ${VERSION} setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "Apache License 2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\riskdesk.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "French"

LangString SAID_RUNS ${LANG_ENGLISH} "Riskdesk is running: close it, then start again."
LangString SAID_RUNS ${LANG_FRENCH} "Riskdesk est ouvert : fermez-le, puis recommencez."
LangString SAID_TOO_OLD ${LANG_ENGLISH} "Riskdesk needs 64-bit Windows 10 (version 1903) or newer."
LangString SAID_TOO_OLD ${LANG_FRENCH} "Riskdesk nécessite Windows 10 (version 1903) 64 bits ou une version plus récente."
LangString SAID_NO_RIGHTS ${LANG_ENGLISH} "Only an administrator can install or remove Riskdesk for all users: start this program again with “Run as administrator”."
LangString SAID_NO_RIGHTS ${LANG_FRENCH} "Seul un administrateur peut installer ou supprimer Riskdesk pour tous les utilisateurs : relancez ce programme avec « Exécuter en tant qu'administrateur »."
LangString KIND_NAME ${LANG_ENGLISH} "Riskdesk register file"
LangString KIND_NAME ${LANG_FRENCH} "Fichier de registres Riskdesk"

!macro Refuse STATUS
  MessageBox MB_OK|MB_ICONEXCLAMATION "$(SAID_${STATUS})" /SD IDOK
  SetErrorLevel ${${STATUS}}
  Quit
!macroend

; Both before anything is touched: the program says that it runs (riskdesk/app/running.py), and Windows lets nobody
; write to a program that does, whoever runs it.
!macro RefuseWhileItRuns
  System::Call 'kernel32::OpenMutex(i 0x100000, i 0, t "RiskdeskRuns") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::CloseHandle(p r0)'
    !insertmacro Refuse RUNS
  ${EndIf}
  !insertmacro RefuseWhereLocked "riskdesk.exe"
  !insertmacro RefuseWhereLocked "riskdesk-cli.exe"
!macroend

!macro RefuseWhereLocked FILE
  ${If} ${FileExists} "$INSTDIR\${FILE}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${FILE}" a
    ${If} ${Errors}
      !insertmacro Refuse RUNS
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro ForAllUsers
  UserInfo::GetAccountType
  Pop $0
  ${If} $0 != "Admin"
    !insertmacro Refuse NO_RIGHTS
  ${EndIf}
  SetShellVarContext all
!macroend

; The files of the program, never those of a user or of another program.
!macro RemoveProgram
  ${If} ${FileExists} "$INSTDIR\riskdesk.exe"
    RMDir /r "$INSTDIR\_internal"
    Delete "$INSTDIR\riskdesk.exe"
    Delete "$INSTDIR\riskdesk-cli.exe"
    Delete "$INSTDIR\LICENSE"
    Delete "$INSTDIR\THIRD-PARTY-LICENCES"
  ${EndIf}
!macroend

!macro TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 18362
    !insertmacro Refuse TOO_OLD
  ${EndIf}
  ; Whether /D= has named a folder.
  StrCpy $1 ""
  ${If} $INSTDIR == "$LOCALAPPDATA\Programs\${APP}"
    StrCpy $1 "none named"
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AllUsers" $0
  ${IfNot} ${Errors}
    !insertmacro ForAllUsers
    ${If} $1 != ""
      StrCpy $INSTDIR "$PROGRAMFILES64\${APP}"
    ${EndIf}
  ${EndIf}
  ${If} $1 != ""
    ReadRegStr $0 SHCTX "Software\${APP}" "InstallDir"
    ${If} $0 != ""
      StrCpy $INSTDIR $0
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  !insertmacro RefuseWhileItRuns
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortCut "$SMPROGRAMS\${APP}.lnk" "$INSTDIR\riskdesk.exe"
  WriteRegStr SHCTX "Software\${APP}" "InstallDir" "$INSTDIR"
  WriteRegStr SHCTX "Software\Classes\.riskdesk" "" "${KIND}"
  WriteRegStr SHCTX "Software\Classes\.riskdesk\OpenWithProgids" "${KIND}" ""
  WriteRegStr SHCTX "Software\Classes\${KIND}" "" "$(KIND_NAME)"
  WriteRegStr SHCTX "Software\Classes\${KIND}\DefaultIcon" "" '"$INSTDIR\riskdesk.exe",0'
  WriteRegStr SHCTX "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\riskdesk.exe" "%1"'
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" '"$INSTDIR\riskdesk.exe",0'
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "Riskdesk contributors"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR\_internal" "/S=0K" $0 $1 $2
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" $0
  !insertmacro TellExplorer
SectionEnd

Function un.onInit
  ReadRegStr $0 HKLM "Software\${APP}" "InstallDir"
  ${If} $0 == $INSTDIR
    !insertmacro ForAllUsers
  ${EndIf}
FunctionEnd

Section "Uninstall"
  !insertmacro RefuseWhileItRuns
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APP}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL}"
  DeleteRegKey SHCTX "Software\${APP}"
  DeleteRegKey SHCTX "Software\Classes\${KIND}"
  DeleteRegValue SHCTX "Software\Classes\.riskdesk\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty SHCTX "Software\Classes\.riskdesk\OpenWithProgids"
  ReadRegStr $0 SHCTX "Software\Classes\.riskdesk" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue SHCTX "Software\Classes\.riskdesk" ""
  ${EndIf}
  DeleteRegKey /ifempty SHCTX "Software\Classes\.riskdesk"
  !insertmacro TellExplorer
SectionEnd
