#pragma once

// The one place for signals.
//
// A program in raw mode on the alternate screen must give the terminal back on every way out. What a
// signal handler may call is a short list (async-signal-safe functions), and only C can promise to call
// nothing else; so handlers and their state live here.
//
// - Fatal signals (faults, QUIT, and all others whose default is to end the program): the handler writes the leave sequence, restores the
//   terminal settings, puts the default action back and raises the signal again.
// - Requests (TERM, HUP, INT, WINCH, CONT, TSTP): the handler writes the signal's number, one byte, into
//   a pipe that the program's loop polls. If the program does not end, a second TERM, HUP or INT that
//   comes TERMINAL_RESCUE_PATIENCE_SECONDS after the first restores the terminal and ends it.
//
// One terminal per process; every function is called from one thread.

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

/// The longest leave sequence in bytes.
#define TERMINAL_RESCUE_LEAVE_LIMIT 512
/// How long a request to end may stay unheeded.
#define TERMINAL_RESCUE_PATIENCE_SECONDS 2

/// Installs all handlers and an alternate stack for them.
///
/// The terminal counts as left until `terminal_rescue_arm`.
/// - terminal: descriptor of the terminal; blocking or not.
/// - saved: the settings to go back to; copied.
/// - leave: the bytes that undo every mode; copied, at most TERMINAL_RESCUE_LEAVE_LIMIT.
/// - requests: the writing end of the loop's pipe; should be non-blocking, or a full pipe stalls the program.
/// Returns 0, or an errno: EBUSY when installed already, E2BIG for a longer sequence.
int terminal_rescue_install(
    int terminal, const struct termios *saved, const unsigned char *leave, size_t length, int requests);

/// Puts the handlers back that were there before. The terminal is not touched.
void terminal_rescue_uninstall(void);

/// Says whether the terminal is in the program's modes (true) or as the user had it (false); only in the
/// first case is anything restored.
void terminal_rescue_arm(bool entered);

/// Restores the terminal if armed: what the handlers do, for every other way out.
void terminal_rescue_restore(void);

/// Stops the process group as ^Z does and returns when it continues. Call with the terminal restored.
/// Returns at once where nobody could continue it (an orphaned process group).
void terminal_rescue_stop(void);

/// Restores the terminal if armed and ends the process by that signal's default action.
_Noreturn void terminal_rescue_end(int signal);
