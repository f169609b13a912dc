#pragma once

// Wide-character ncurses: without the define <curses.h> hides the cchar_t functions.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <term.h>
#include <locale.h>
#include <langinfo.h>
#include <wchar.h>

// Swift does not import macros that calculate.
static const attr_t ncurses_normal = A_NORMAL;
static const attr_t ncurses_bold = A_BOLD;
static const attr_t ncurses_dim = A_DIM;
static const attr_t ncurses_reverse = A_REVERSE;

// ncurses' counts are plain global variables, which Swift 6 takes for data races; they are set by
// start_color, before anyone asks.
static inline int ncurses_colours(void) { return COLORS; }
static inline int ncurses_colour_pairs(void) { return COLOR_PAIRS; }

// What selects a colour by its number; NULL where the terminal has no such sequence. tiparm takes any number of
// arguments, which Swift cannot call.
static inline const char *ncurses_colour_sequence(bool is_background, int number) {
    const char *capability = is_background ? set_a_background : set_a_foreground;
    return capability == NULL ? NULL : tiparm(capability, number);
}

// tigetstr answers (char *)-1 for a capability that is not a string, 0 for one that is absent.
static inline const char *ncurses_string_capability(const char *name) {
    char *value = tigetstr((char *)name);
    return value == (char *)-1 ? NULL : value;
}

#ifdef __linux__
// <sys/mman.h> hides it without _GNU_SOURCE; 1 is MFD_CLOEXEC.
extern int memfd_create(const char *name, unsigned int flags);
static inline int ncurses_memory_file(void) { return memfd_create("pastiche-screen", 1); }
#endif

// <wchar.h> hides it without _XOPEN_SOURCE. ncurses lays text out by it, so the screen has to as well.
extern int wcwidth(wchar_t character);
