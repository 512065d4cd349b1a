// What is used of ICU, loaded on first use: encodings other than UTF-8, and normal forms.
#pragma once

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>

#include "text/lazy_library.h"

namespace jianbao {

/// ICU's functions under their own names. Its headers make a macro of each name, which adds the version.
class Icu {
 public:
  static const Icu& get() {
    static const Icu icu;
    return icu;
  }

#define JIANBAO_STRING(name) #name
#define JIANBAO_ICU(name) decltype(&::name) name = library_.function<decltype(&::name)>(JIANBAO_STRING(name))
 private:
  LazyLibrary library_{"libicuuc.so." U_ICU_VERSION_SHORT};

 public:
  JIANBAO_ICU(ucnv_open);
  JIANBAO_ICU(ucnv_close);
  JIANBAO_ICU(ucnv_setToUCallBack);
  JIANBAO_ICU(UCNV_TO_U_CALLBACK_STOP);
  JIANBAO_ICU(ucnv_compareNames);
  JIANBAO_ICU(ucnv_getStandardName);
  JIANBAO_ICU(ucnv_toUnicode);
  JIANBAO_ICU(ucnv_getInvalidChars);
  JIANBAO_ICU(ucnv_getMaxCharSize);
  JIANBAO_ICU(ucnv_fromUChars);
  JIANBAO_ICU(u_getIntPropertyValue);
  JIANBAO_ICU(unorm2_getNFCInstance);
  JIANBAO_ICU(unorm2_getNFKCInstance);
  JIANBAO_ICU(unorm2_hasBoundaryBefore);
  JIANBAO_ICU(unorm2_normalize);
#undef JIANBAO_ICU
#undef JIANBAO_STRING
};

}  // namespace jianbao
