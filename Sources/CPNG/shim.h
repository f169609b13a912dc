#pragma once

// libpng's classic interface, made callable from Swift.
//
// libpng leaves a failing call with longjmp, which must not cross Swift frames, and Swift cannot
// call setjmp. So every call that can fail is made here, under a setjmp of its own, and comes back
// as a plain truth value. No Swift code runs between a setjmp and its longjmp.
//
// zlib comes with libpng; of it one function is used that fails without a jump.
//
// The functions are inline because a system-library target has no object files.

#include <zlib.h>

#include "failure.h"
#include "reader.h"
#include "writer.h"
