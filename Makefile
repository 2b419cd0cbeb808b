# Everything that a fresh Debian machine with Swift needs: `make demo`, `make test`.

SWIFT ?= swift
PREFIX ?= /usr/local
DEMO ?= demo
PACKAGES = pkg-config libsqlite3-dev libzip-dev libssl-dev libosmium2-dev libjs-leaflet
# libosmium is headers only, without a file for pkg-config.
OSMIUM = $(wildcard $(addsuffix /include/osmium/io/pbf_input.hpp,/usr /usr/local /opt/homebrew))
# Compiled into the program for the map of `antenne serve`; without it the program looks for it when it runs.
LEAFLET = $(wildcard /usr/share/javascript/leaflet/leaflet.js)
RELEASE = $(SWIFT) build -c release --static-swift-stdlib --product antenne

.PHONY: demo test tsan kill-test cluster-test browser-test geopackage-test sample-report lint format build install \
  setup chromium clean

demo: build
	$$($(RELEASE) --show-bin-path)/antenne demo --out $(DEMO)

build: setup
	$(RELEASE)

# The server's tests in a process of their own: answers wait in vain for a thread beside tests that
# compute for minutes on all of them, and connections are closed that nothing comes over.
test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --skip AntenneServerTests
	$(SWIFT) test --skip-build --filter AntenneServerTests

# Data races where threads run: searches, matrices and street hierarchies, under ThreadSanitizer. It
# builds everything once more; tests on real data are left out, for they would take hours.
tsan: setup
	$(SWIFT) test --sanitize thread --scratch-path .build/tsan --filter RoutingTests \
	  --skip OracleTests --skip IsochroneAgreementTests --skip RealStreetsTests

# Kills a hundred imports and looks at what is left; needs Python 3, takes some minutes.
kill-test: build
	Tests/kill-import --antenne $$($(RELEASE) --show-bin-path)/antenne

# Batches of candidates on workers of Dask, some of them killed; with the newest program that is there,
# else with a release. The Python packages go into an environment of their own.
BUILT = $(shell ls -t .build/release/antenne .build/debug/antenne 2>/dev/null | head -n 1)
CLUSTER_ENV = .build/cluster-environment

cluster-test: $(CLUSTER_ENV)/ready
	@[ -n "$(BUILT)" ] || $(MAKE) build
	ANTENNE=$(or $(BUILT),.build/release/antenne) $(CLUSTER_ENV)/bin/python -m unittest discover Tests/cluster

# Reports and the page of `antenne serve` in a real Chromium, from Debian, that Playwright drives.
BROWSER_ENV = .build/browser-environment

browser-test: chromium $(BROWSER_ENV)/ready
	@[ -n "$(BUILT)" ] || $(MAKE) build
	ANTENNE=$(or $(BUILT),.build/release/antenne) $(BROWSER_ENV)/bin/python -m unittest discover Tests/browser

# The committed report of the demo and its picture; `browser-test` compares the report with the demo's.
sample-report: demo chromium $(BROWSER_ENV)/ready
	cp $(DEMO)/run/report.html Reports/sample-report.html
	$(BROWSER_ENV)/bin/python Tests/browser/picture.py Reports/sample-report.html Reports/sample-report.png

# The files of a run read by GDAL and held against the standard by its checks; with the newest program
# that is there, else with a release.
GEOPACKAGE_ENV = .build/geopackage-environment

geopackage-test: $(GEOPACKAGE_ENV)/ready
	@[ -n "$(BUILT)" ] || $(MAKE) build
	ANTENNE=$(or $(BUILT),.build/release/antenne) $(GEOPACKAGE_ENV)/bin/python -m unittest discover Tests/geopackage

$(CLUSTER_ENV)/ready: Cluster/requirements.txt
$(BROWSER_ENV)/ready: Tests/browser/requirements.txt
$(GEOPACKAGE_ENV)/ready: Tests/geopackage/requirements.txt
$(GEOPACKAGE_ENV)/ready: PIP_OPTIONS = --no-deps
$(CLUSTER_ENV)/ready $(BROWSER_ENV)/ready $(GEOPACKAGE_ENV)/ready:
	@python3 -m venv $(@D) || { \
	  echo "Python 3.10 or later with venv is needed; on Debian: apt-get install python3-venv"; exit 1; }
	$(@D)/bin/pip install --quiet $(PIP_OPTIONS) --requirement $<
	touch $@

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Fuzzing Benchmarks

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Fuzzing Benchmarks

install: build
	install -D $$($(RELEASE) --show-bin-path)/antenne $(DESTDIR)$(PREFIX)/bin/antenne

# Packages of Debian, with sudo where it is needed.
define apt_install
if [ "$$(id -u)" = 0 ]; then sudo=; \
elif command -v sudo >/dev/null; then sudo=sudo; \
else echo "Run as root, or install by hand: $(1)"; exit 1; fi; \
echo "Installing with $$sudo apt-get: $(1)"; \
$$sudo apt-get update -qq && \
$$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $(1)
endef

# System libraries, through apt where they are missing.
setup:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }
	@if command -v pkg-config >/dev/null && pkg-config --exists sqlite3 libzip libcrypto \
	  && [ -n "$(OSMIUM)" ] && { [ -n "$(LEAFLET)" ] || ! command -v apt-get >/dev/null; }; then exit 0; fi; \
	if command -v apt-get >/dev/null; then \
	  $(call apt_install,$(PACKAGES)); \
	elif command -v brew >/dev/null; then \
	  echo "Installing with brew: pkgconf sqlite libzip openssl@3 libosmium"; \
	  brew install pkgconf sqlite libzip openssl@3 libosmium; \
	else \
	  echo "There is no apt-get here. Install pkg-config and the development files of SQLite 3,"; \
	  echo "libzip, OpenSSL and libosmium with this system's package manager, then run make again."; exit 1; \
	fi

# The browser of `make browser-test`.
chromium:
	@if [ -n "$$CHROMIUM" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	  || command -v google-chrome >/dev/null; then exit 0; fi; \
	if command -v apt-get >/dev/null; then $(call apt_install,chromium); \
	else echo "There is no apt-get here. Install Chromium and set CHROMIUM to its path."; exit 1; fi

clean:
	rm -rf .build $(DEMO)
