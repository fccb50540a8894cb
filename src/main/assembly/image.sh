#!/bin/sh
# Makes the runtime image: the unpacked distribution with its own Java runtime and a class archive. Called by
# ./mvnw -Pimage package; on Windows, it runs in the sh of Git.
#   image.sh JDK_FOLDER VERSION
set -eu
jdk=$1 version=$2
modules=java.se,jdk.compiler,jdk.jshell,jdk.incubator.vector,jdk.zipfs,jdk.unsupported,jdk.management
cd "$(dirname "$0")/../../../target"

case $(uname -s) in Linux) os=linux ;; Darwin) os=macos ;; *) os=windows ;; esac
case $(uname -m) in amd64) arch=x86_64 ;; arm64) arch=aarch64 ;; *) arch=$(uname -m) ;; esac
name=microgradj-$version-$os-$arch

rm -rf image
mkdir image
cd image
tar xzf "../microgradj-$version.tar.gz"
mv "microgradj-$version" "$name"
"$jdk/bin/jlink" --add-modules "$modules" --no-header-files --no-man-pages --output "$name/runtime" >jlink.log 2>&1 ||
    { cat jlink.log >&2 && exit 1; }
"$name/runtime/bin/java" -Xshare:dump >>jlink.log

# On a system without fontconfig, Java cannot find any font without this file. Our own font is in the jar.
[ "$os" != linux ] || printf 'version=1\nsequence.allfonts=default\n' >"$name/runtime/lib/fontconfig.properties"

# Since Java 25, an archive still works after it is moved together with its jars. With an earlier version, the shell makes
# a new archive on each user's machine.
if grep -q 'JAVA_VERSION="2[5-9]' "$name/runtime/release"; then
    export XDG_CACHE_HOME="$PWD/cache"
    unset MICROGRADJ_JAVA MICROGRADJ_OPTS MICROGRADJ_ARCHIVE MICROGRADJ_VECTOR
    if [ "$os" = windows ]; then
        cmd //c "$name\\bin\\microgradj-shell.cmd" --warm
    else
        "$name/bin/microgradj-shell" --warm
    fi
    find cache -type f -name '*.aot' -exec mv {} "$name/runtime/lib/" ';'
    find cache -type f -name '*.aot.note' -exec mv {} "$name/runtime/lib/" ';'
fi

if [ "$os" = windows ]; then
    "$SYSTEMROOT/System32/tar.exe" -a -cf "$name.zip" "$name"
else
    tar czf "$name.tar.gz" "$name"
fi
du -sh "$name" "$name".[tz]* 2>/dev/null
