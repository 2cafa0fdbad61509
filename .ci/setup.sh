#!/usr/bin/env bash
# Brings what a fresh machine lacks: the system packages that Fyne builds with,
# a virtual display for the window tests, and the language model. Run again, it
# finds all in place in under a second.
set -euo pipefail
cd "$(dirname "$0")/.."

model=assets/model/en_core_web_sm.bin
apt_packages="gcc pkg-config libgl1-mesa-dev xorg-dev libwayland-dev libxkbcommon-dev xvfb libgl1-mesa-dri xdotool imagemagick"

# One file of each package says that the package is there.
system_is_ready() {
	command -v gcc >/dev/null && command -v pkg-config >/dev/null || return 1
	case "$(uname -s)" in Darwin) return 0 ;; esac
	command -v Xvfb >/dev/null && command -v xdotool >/dev/null || return 1
	pkg-config --exists gl x11 xrandr xcursor xinerama xi xxf86vm wayland-client xkbcommon
}

install_system() {
	if command -v apt-get >/dev/null; then
		local sudo=""
		[ "$(id -u)" -eq 0 ] || sudo=sudo
		echo "Installing system packages: $apt_packages"
		$sudo apt-get update -qq
		# shellcheck disable=SC2086 # one word a package
		$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $apt_packages >/dev/null
		return
	fi
	echo "Byline needs some system packages. Run this line, then 'make setup' again:" >&2
	if command -v dnf >/dev/null; then
		echo "  sudo dnf install gcc pkgconf mesa-libGL-devel libX11-devel libXcursor-devel libXrandr-devel libXinerama-devel libXi-devel libXxf86vm-devel wayland-devel libxkbcommon-devel xorg-x11-server-Xvfb mesa-dri-drivers xdotool ImageMagick" >&2
	elif command -v pacman >/dev/null; then
		echo "  sudo pacman -S --needed gcc pkgconf libgl xorg-server-devel libxcursor libxrandr libxinerama libxi libxxf86vm wayland libxkbcommon xorg-server-xvfb mesa xdotool imagemagick" >&2
	elif [ "$(uname -s)" = Darwin ]; then
		echo "  xcode-select --install" >&2
	else
		echo "  install a C compiler, pkg-config and the development files of OpenGL, X11, Wayland and xkbcommon, Xvfb and xdotool" >&2
	fi
	return 1
}

if ! command -v go >/dev/null; then
	echo "Byline is built with Go 1.26 or newer, and there is no 'go' here: install it from go.dev/dl." >&2
	exit 1
fi
system_is_ready || install_system

# The model is current if it is newer than what converts it.
if [ ! -s "$model" ] || [ -n "$(find graphmodel/language/convert graphmodel/language/pack -name '*.go' -newer "$model" -print -quit)" ]; then
	go run ./graphmodel/language/convert/setup
	touch "$model"
fi
