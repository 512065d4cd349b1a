# Writes OUT, a C++ source that holds the FILES byte for byte: cmake -DOUT=… "-DFILES=a.tsv;b.tsv" -P embed.cmake
# Bytes, not string literals: compilers limit the length of those (C++ asks for 64 KiB only).
set(source "#include \"embedded.h\"\n\nnamespace jianbao {\nnamespace {\n")
set(entries "")
foreach(file IN LISTS FILES)
  get_filename_component(stem ${file} NAME_WE)
  file(READ ${file} bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(APPEND source "constexpr unsigned char k_${stem}[] = {${bytes}0};\n")
  string(APPEND entries "    {\"${stem}\", k_${stem}, ${size}},\n")
endforeach()
string(APPEND source "constexpr EmbeddedFile kFiles[] = {\n${entries}};\n}  // namespace\n\n"
  "std::span<const EmbeddedFile> embedded_files() { return kFiles; }\n\n}  // namespace jianbao\n")
file(WRITE ${OUT} "${source}")
