// The inner loops of the style network: the whole public face of this module.
//
// Everything here works on 32-bit floats; where it says so, products are computed in bf16. Nothing here allocates,
// except where a name says so, and nothing checks its arguments: the callers in Networks do.
#pragma once

#include "colours.h"
#include "gradients.h"
#include "kernel_set.h"
#include "layers.h"
#include "memory.h"
#include "thread_pool.h"
