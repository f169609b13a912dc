# Everyday commands. `make studio` and `make test` do all the set-up themselves.

SOURCES := Package.swift Sources Tests Styles/Styles.swift Themes/Themes.swift Photographs/Photographs.swift
SWIFT_FLAGS := -c release
PREFIX ?= $(HOME)/.local
RESOURCES := Styles Themes Photographs

.PHONY: studio test build benchmark libraries format lint install uninstall clean

studio: build
	@"$$(swift build $(SWIFT_FLAGS) --show-bin-path)/pastiche"

test: libraries
	@scripts/install-libraries --for-tests || echo "Tests in a real terminal will be skipped."
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --disable-testable-imports --disable-xctest

build: libraries
	swift build $(SWIFT_FLAGS) --product pastiche

# Times the program and its engine beside others; takes some minutes and says so, whatever comes out. BENCHMARK_FLAGS
# go to the measurements: --threads, --sizes, --turns, --seconds.
BENCHMARKS := Benchmarks/.venv

benchmark: build $(BENCHMARKS)/installed
	@cd Benchmarks && .venv/bin/python -m pastiche_benchmark \
		--program "$$(swift build $(SWIFT_FLAGS) --show-bin-path)/pastiche" $(BENCHMARK_FLAGS)

$(BENCHMARKS)/installed: Benchmarks/requirements.txt
	python3 -m venv $(BENCHMARKS)
	$(BENCHMARKS)/bin/pip install --quiet --disable-pip-version-check --requirement Benchmarks/requirements.txt
	@touch $@

libraries:
	@command -v swift >/dev/null || { echo "Pastiche needs Swift 6.1 or newer: https://www.swift.org/install" >&2; exit 69; }
	@scripts/install-libraries

format:
	swift format --in-place --recursive $(SOURCES)

lint:
	swift format lint --strict --recursive $(SOURCES)

# The program and its resources go into one folder; a small launcher finds them from any PATH entry.
install: build
	@binaries="$$(swift build $(SWIFT_FLAGS) --show-bin-path)"; \
	mkdir -p "$(PREFIX)/lib/pastiche" "$(PREFIX)/bin"; \
	cp -R "$$binaries/pastiche" $(RESOURCES:%="$$binaries/pastiche_%.resources") "$(PREFIX)/lib/pastiche/"; \
	printf '#!/bin/sh\nexec "%s/lib/pastiche/pastiche" "$$@"\n' "$(PREFIX)" > "$(PREFIX)/bin/pastiche"; \
	chmod +x "$(PREFIX)/bin/pastiche"; \
	echo "Installed $(PREFIX)/bin/pastiche"

uninstall:
	rm -rf "$(PREFIX)/lib/pastiche" "$(PREFIX)/bin/pastiche"

clean:
	rm -rf .build $(BENCHMARKS)
