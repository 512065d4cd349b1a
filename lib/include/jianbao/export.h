// What the shared library shows; everything else is hidden.
#pragma once

#if defined(_WIN32)
#define JIANBAO_EXPORT
#else
#define JIANBAO_EXPORT __attribute__((visibility("default")))
#endif
