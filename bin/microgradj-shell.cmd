@echo off
rem Starts the microgradj shell on Windows, as bin/microgradj-shell does elsewhere. In a clone, first builds the jar if it is missing.
rem
rem   MICROGRADJ_JAVA      the folder of the JDK to use (default: JAVA_HOME, then the JDK of the java program on the path)
rem   MICROGRADJ_OPTS      additional options for the JVM
rem   MICROGRADJ_VECTOR    1: uses the Vector API, as --vector does
rem   MICROGRADJ_ARCHIVE   off: neither uses nor makes the class archive, which makes the JVM start faster
setlocal EnableExtensions DisableDelayedExpansion
for %%I in ("%~dp0..") do set "root=%%~fI"

rem --- the JDK: the bundled one, the one that the user chose, or the one on the path
set "jdk=%MICROGRADJ_JAVA%"
if not defined jdk if exist "%root%\runtime\bin\java.exe" set "jdk=%root%\runtime"
if not defined jdk set "jdk=%JAVA_HOME%"
if not defined jdk for /f "delims=" %%I in ('where java 2^>nul') do if not defined jdk for %%J in ("%%~dpI..") do set "jdk=%%~fJ"
if not defined jdk (
    echo microgradj: no JDK found. Version 17 or later is needed: see https://adoptium.net 1>&2
    exit /b 1
)
set "version="
if exist "%jdk%\release" for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%jdk%\release"') do set "version=%%~V"
if not defined version (
    echo microgradj: "%jdk%" is not the folder of a JDK: set MICROGRADJ_JAVA or JAVA_HOME to one 1>&2
    exit /b 1
)
for /f "delims=.-+" %%F in ("%version%") do set "feature=%%F"
if %feature% lss 17 (
    echo microgradj: "%jdk%" is Java %version%; 17 or later is needed 1>&2
    exit /b 1
)
findstr "jdk\.jshell" "%jdk%\release" >nul || (
    echo microgradj: "%jdk%" has no jdk.jshell: it is a JRE, but a JDK is needed 1>&2
    exit /b 1
)

rem --- the class path
if exist "%root%\pom.xml" (
    set "classpath_=%root%\target\microgradj.jar;%root%\target\lib\*"
    if not exist "%root%\target\microgradj.jar" call :build || exit /b 1
) else (
    set "classpath_=%root%\lib\*"
)

rem --- the options
set "options=-Dfile.encoding=UTF-8 -Djdk.console=java.base"
rem JIT compilation is half the work of a start. Compile less at first.
if %feature% geq 25 (set "options=%options% -XX:CompileThresholdScaling=8") else set "options=%options% -XX:CompileThresholdScaling=4"
if %feature% geq 24 set "options=%options% --enable-native-access=ALL-UNNAMED"
set "vector=%MICROGRADJ_VECTOR%"
if /i "%~1"=="--vector" set "vector=1"
if /i "%~2"=="--vector" set "vector=1"
set "settings=%XDG_CONFIG_HOME%"
if not defined settings set "settings=%APPDATA%"
if exist "%settings%\microgradj\settings" findstr /x "vector=on" "%settings%\microgradj\settings" >nul && set "vector=1"
if not "%vector%"=="1" set "vector="
if defined vector set "options=%options% --add-modules=jdk.incubator.vector"
set "collector=-XX:+UseSerialGC"
echo "%MICROGRADJ_OPTS% %JAVA_TOOL_OPTIONS% %JDK_JAVA_OPTIONS%" | findstr /r "XX:+Use.*GC" >nul && set "collector="

rem --- the class archive: an AOT cache or, before Java 25 and with the Vector API, a class-data-sharing archive
set "kind=jsa"
if %feature% geq 25 set "kind=aot"
if defined vector set "kind=vector.jsa"
set "archive="
set "cache=%XDG_CACHE_HOME%"
if not defined cache set "cache=%LOCALAPPDATA%"
if defined cache if /i not "%MICROGRADJ_ARCHIVE%"=="off" set "archive=%cache%\microgradj\archives\%version%\%jdk::=%\%root::=%\microgradj.%kind%"
if /i "%~1"=="--warm" goto warm
set "use="
if defined archive if exist "%archive%" call :use

if not defined archive (
    "%jdk%\bin\java" %collector% %options% %MICROGRADJ_OPTS% -cp "%classpath_%" io.github.microgradj.shell.Main %*
) else (
    "%jdk%\bin\java" "-Dmicrogradj.launcher=%~f0" "-Dmicrogradj.archive=%archive%" %use% %collector% %options% %MICROGRADJ_OPTS% -cp "%classpath_%" io.github.microgradj.shell.Main %*
)
exit /b %errorlevel%

rem The JVM may crash on a truncated .jsa; the first line of the note is its full size.
:use
if "%kind%"=="aot" (
    set use="-XX:AOTCache=%archive%" "-Xlog:aot*=off" "-Xlog:cds*=off"
    exit /b 0
)
if not exist "%archive%.note" exit /b 0
set "size="
set /p size=<"%archive%.note"
for %%A in ("%archive%") do if "%%~zA"=="%size%" set use="-XX:SharedArchiveFile=%archive%" "-Xlog:cds*=off"
exit /b 0

:warm
if not defined archive (
    echo microgradj: there is no folder for the class archive: set LOCALAPPDATA 1>&2
    exit /b 1
)
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
"%jdk%\bin\java" %options% "-Dmicrogradj.archive=%archive%" -cp "%classpath_%" io.github.microgradj.shell.Main --warm "%jdk%\bin\java" -XX:+UseSerialGC %options% -cp "%classpath_%" io.github.microgradj.shell.Main
exit /b %errorlevel%

:build
echo microgradj: building (first start only, about a minute) ... 1>&2
if not exist "%root%\target" mkdir "%root%\target"
pushd "%root%"
set "JAVA_HOME=%jdk%"
call mvnw.cmd -q -B -Dquick -Dmaven.test.skip=true package >target\build.log 2>&1 <nul
set "failed=%errorlevel%"
popd
if not "%failed%"=="0" echo microgradj: the build failed; the log is %root%\target\build.log 1>&2
exit /b %failed%
