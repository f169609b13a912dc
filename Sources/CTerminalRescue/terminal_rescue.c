#include "CTerminalRescue.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// Faults first, then what ends a program that does not expect it.
static const int fatal_signals[] = {SIGSEGV, SIGBUS,  SIGILL,  SIGFPE,  SIGABRT,   SIGTRAP, SIGSYS,  SIGQUIT,
                                    SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM, SIGPROF, SIGXCPU};
static const int request_signals[] = {SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGCONT, SIGTSTP};

enum {
    fatal_count = sizeof fatal_signals / sizeof *fatal_signals,
    request_count = sizeof request_signals / sizeof *request_signals,
    alternate_stack_bytes = 1 << 16,
    // A terminal that takes no bytes (flow control, a dead connection) must not keep a dying process alive.
    longest_wait_milliseconds = 500,
};

// What the handlers know. It is written while no handler is installed, and read by handlers only;
// the exceptions are atomic. A handler cannot be given a context pointer, hence the static state.
static struct {
    int terminal;
    int requests;
    struct termios saved;
    unsigned char leave[TERMINAL_RESCUE_LEAVE_LIMIT];
    size_t leave_length;
    struct sigaction before_fatal[fatal_count];
    struct sigaction before_request[request_count];
    stack_t stack_before;
    sigset_t mask_before;
} state;

static unsigned char alternate_stack[alternate_stack_bytes];
static atomic_bool is_installed;
/// Whether the terminal is in the program's modes; exchanged, so that only one restorer writes.
static atomic_bool is_entered;
/// Monotonic second of the first request to end, 0 before.
static atomic_llong first_request;

static void write_leave_sequence(void) {
    size_t sent = 0;
    while (sent < state.leave_length) {
        ssize_t count = write(state.terminal, state.leave + sent, state.leave_length - sent);
        if (count > 0) {
            sent += (size_t)count;
        } else if (count < 0 && errno == EAGAIN) {
            struct pollfd room = {.fd = state.terminal, .events = POLLOUT};
            if (poll(&room, 1, longest_wait_milliseconds) <= 0) return;
        } else if (count >= 0 || errno != EINTR) {
            return;
        }
    }
}

void terminal_rescue_restore(void) {
    if (!atomic_exchange(&is_entered, false)) return;
    int code = errno;
    // Output that the terminal never fetched (a picture, half sent) must not stand between it and the
    // leave sequence; input that was meant for the program must not reach the shell.
    tcflush(state.terminal, TCIOFLUSH);
    write_leave_sequence();
    // A background process that sets the terminal would be stopped by SIGTTOU, just before its end.
    sigset_t background, before;
    sigemptyset(&background);
    sigaddset(&background, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &background, &before);
    // TCSANOW: draining could wait for ever.
    tcsetattr(state.terminal, TCSANOW, &state.saved);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    errno = code;
}

/// Restores the default action and lets the signal through to the calling thread.
static void raise_with_default_action(int number) {
    struct sigaction standard;
    memset(&standard, 0, sizeof standard);
    standard.sa_handler = SIG_DFL;
    sigaction(number, &standard, NULL);
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, number);
    raise(number);
    pthread_sigmask(SIG_UNBLOCK, &only, NULL);
}

void terminal_rescue_end(int number) {
    terminal_rescue_restore();
    raise_with_default_action(number);
    _exit(128 + number);
}

static void handle_fatal(int number) {
    terminal_rescue_end(number);
}

static bool asks_to_end(int number) {
    return number == SIGTERM || number == SIGHUP || number == SIGINT;
}

static void handle_request(int number) {
    int code = errno;
    if (asks_to_end(number)) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        long long never = 0;
        // One second is added so that a machine just started does not count as "never".
        long long second = (long long)now.tv_sec + 1;
        if (!atomic_compare_exchange_strong(&first_request, &never, second)
            && second - never >= TERMINAL_RESCUE_PATIENCE_SECONDS) {
            terminal_rescue_end(number);
        }
    }
    unsigned char byte = (unsigned char)number;
    // A full pipe has woken the loop already; nothing else can be done about an error here.
    ssize_t ignored = write(state.requests, &byte, 1);
    (void)ignored;
    errno = code;
}

static void install_handler(int number, void (*handler)(int), int flags, struct sigaction *before) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    // No handler interrupts another one in the middle of an escape sequence.
    sigfillset(&action.sa_mask);
    sigaction(number, &action, before);
}

int terminal_rescue_install(
    int terminal, const struct termios *saved, const unsigned char *leave, size_t length, int requests) {
    if (length > TERMINAL_RESCUE_LEAVE_LIMIT) return E2BIG;
    if (atomic_exchange(&is_installed, true)) return EBUSY;
    state.terminal = terminal;
    state.requests = requests;
    state.saved = *saved;
    memcpy(state.leave, leave, length);
    state.leave_length = length;
    atomic_store(&is_entered, false);
    atomic_store(&first_request, 0);

    // A stack overflow is a SIGSEGV without a stack to handle it on.
    stack_t stack;
    memset(&stack, 0, sizeof stack);
    stack.ss_sp = alternate_stack;
    stack.ss_size = sizeof alternate_stack;
    if (sigaltstack(&stack, &state.stack_before) != 0) {
        int code = errno;
        atomic_store(&is_installed, false);
        return code;
    }
    // Whoever started the program may have had signals blocked, and blocked signals are inherited.
    sigset_t ours;
    sigemptyset(&ours);
    for (int index = 0; index < fatal_count; index++) {
        // As below, what was ignored from the start stays ignored.
        sigaction(fatal_signals[index], NULL, &state.before_fatal[index]);
        if (state.before_fatal[index].sa_handler == SIG_IGN) continue;
        sigaddset(&ours, fatal_signals[index]);
        install_handler(fatal_signals[index], handle_fatal, SA_ONSTACK, NULL);
    }
    for (int index = 0; index < request_count; index++) {
        // A signal that was ignored from the start (nohup) stays ignored.
        int number = request_signals[index];
        sigaddset(&ours, number);
        sigaction(number, NULL, &state.before_request[index]);
        if (asks_to_end(number) && state.before_request[index].sa_handler == SIG_IGN) continue;
        install_handler(number, handle_request, SA_ONSTACK | SA_RESTART, NULL);
    }
    pthread_sigmask(SIG_UNBLOCK, &ours, &state.mask_before);
    return 0;
}

void terminal_rescue_uninstall(void) {
    if (!atomic_load(&is_installed)) return;
    for (int index = 0; index < request_count; index++) {
        sigaction(request_signals[index], &state.before_request[index], NULL);
    }
    for (int index = 0; index < fatal_count; index++) {
        sigaction(fatal_signals[index], &state.before_fatal[index], NULL);
    }
    sigaltstack(&state.stack_before, NULL);
    pthread_sigmask(SIG_SETMASK, &state.mask_before, NULL);
    atomic_store(&is_installed, false);
}

void terminal_rescue_arm(bool entered) {
    atomic_store(&is_entered, entered);
}

void terminal_rescue_stop(void) {
    // The others of the group (make, a script) are stopped as the terminal driver would, this process by
    // itself: a signal raised in a thread is delivered before raise returns, one sent to a process may be
    // taken later by any thread.
    struct sigaction ignore, before;
    memset(&ignore, 0, sizeof ignore);
    ignore.sa_handler = SIG_IGN;
    sigaction(SIGTSTP, &ignore, &before);
    kill(0, SIGTSTP);
    raise_with_default_action(SIGTSTP);
    sigaction(SIGTSTP, &before, NULL);
}
