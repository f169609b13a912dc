#pragma once

// Wide-character ncurses: without the define <curses.h> hides the cchar_t functions.
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <curses.h>
#include <term.h>
#include <locale.h>
