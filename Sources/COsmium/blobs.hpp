#ifndef ANTENNE_BLOBS_HPP
#define ANTENNE_BLOBS_HPP

#include "cosmium.h"

#include <cstdint>
#include <stdexcept>
#include <string>

namespace antenne {

/// A file that is not read further, and why.
struct failure : std::runtime_error {
  cosmium_status status;

  failure(cosmium_status status, const std::string &reason)
      : std::runtime_error(reason), status(status) {}
};

/// One blob of a PBF file as it lies in the file: its type and its still compressed bytes.
struct blob {
  uint64_t offset = 0;
  std::string type;
  std::string bytes;
};

/// The blobs of a file, one after the other.
class blob_file {
public:
  explicit blob_file(const char *path);
  ~blob_file();
  blob_file(const blob_file &) = delete;
  blob_file &operator=(const blob_file &) = delete;

  uint64_t size() const { return size_; }
  uint64_t position() const { return position_; }
  void rewind() { position_ = 0; }
  /// False at the end of the file.
  bool next(blob &out);

private:
  int descriptor_ = -1;
  uint64_t size_ = 0;
  uint64_t position_ = 0;

  void read(char *buffer, size_t count, const char *what);
  failure not_pbf() const;
};

/// The blob's block, inflated: raw or zlib, at most 32 MiB.
std::string inflate(const blob &source);

/// A blob of the same type that holds `block` as it is, with its length and header before it.
void append_raw_blob(std::string &out, const std::string &type, const std::string &block);

/// Refuses a block that would decode into more than it should, or that libosmium would read past
/// its end; returns about how many bytes it decodes into.
uint64_t check_block(const std::string &block, uint64_t offset);

} // namespace antenne

#endif
