#include "clean_pass.h"
namespace jianbao {
void clean_joins(const CleanContext&, Rewriter&) {}
}
