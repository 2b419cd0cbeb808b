#include "blobs.hpp"

#include <protozero/pbf_reader.hpp>
#include <protozero/pbf_writer.hpp>
#include <zlib.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace antenne {

// https://wiki.openstreetmap.org/wiki/PBF_Format: a header has at most 64 KiB, a blob 32 MiB.
static constexpr uint64_t largest_header = 64 << 10;
static constexpr uint64_t largest_blob = 32 << 20;

static std::string at(uint64_t offset) { return " at byte " + std::to_string(offset); }

blob_file::blob_file(const char *path) {
  descriptor_ = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor_ < 0) throw failure(COSMIUM_CANNOT_OPEN, std::strerror(errno));
  struct stat status {};
  if (fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
    const bool is_folder = S_ISDIR(status.st_mode);
    close(descriptor_);
    descriptor_ = -1;
    throw failure(COSMIUM_NOT_A_FILE, is_folder ? "is a folder" : "is not a regular file");
  }
  size_ = static_cast<uint64_t>(status.st_size);
}

blob_file::~blob_file() {
  if (descriptor_ >= 0) close(descriptor_);
}

void blob_file::read(char *buffer, size_t count, const char *what) {
  size_t done = 0;
  while (done < count) {
    const ssize_t got =
        pread(descriptor_, buffer + done, count - done, static_cast<off_t>(position_ + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw failure(COSMIUM_READ_FAILED, std::strerror(errno));
    if (got == 0) {
      throw failure(COSMIUM_DAMAGED, std::string("the file ends within ") + what + at(position_));
    }
    done += static_cast<size_t>(got);
  }
  position_ += count;
}

failure blob_file::not_pbf() const {
  return failure(COSMIUM_NOT_PBF, "the file does not begin with the header of an OSM PBF file");
}

bool blob_file::next(blob &out) {
  if (position_ >= size_) return false;
  const bool is_first = position_ == 0;
  out.offset = position_;
  unsigned char length[4];
  if (is_first && size_ < sizeof(length)) throw not_pbf();
  read(reinterpret_cast<char *>(length), sizeof(length), "a blob's length");
  const uint64_t header_size = uint64_t(length[0]) << 24 | uint64_t(length[1]) << 16 |
                               uint64_t(length[2]) << 8 | uint64_t(length[3]);
  if (header_size == 0 || header_size > largest_header) {
    if (is_first) throw not_pbf();
    throw failure(COSMIUM_DAMAGED, "a blob header of " + std::to_string(header_size) + " bytes" +
                                       at(out.offset));
  }
  std::string header(header_size, '\0');
  int64_t data_size = -1;
  out.type.clear();
  try {
    read(&header[0], header.size(), "a blob's header");
    protozero::pbf_reader message(header);
    while (message.next()) {
      if (message.tag() == 1 && message.wire_type() == protozero::pbf_wire_type::length_delimited) {
        out.type = message.get_string();
      } else if (message.tag() == 3 && message.wire_type() == protozero::pbf_wire_type::varint) {
        data_size = message.get_int32();
      } else {
        message.skip();
      }
    }
  } catch (const protozero::exception &) {
    if (is_first) throw not_pbf();
    throw failure(COSMIUM_DAMAGED, "a blob's header cannot be read" + at(out.offset));
  }
  if (is_first && out.type != "OSMHeader") throw not_pbf();
  if (data_size <= 0 || static_cast<uint64_t>(data_size) > largest_blob) {
    throw failure(COSMIUM_DAMAGED,
                  "a blob of " + std::to_string(data_size) + " bytes" + at(out.offset));
  }
  if (static_cast<uint64_t>(data_size) > size_ - position_) {
    throw failure(COSMIUM_DAMAGED, "the file ends within a blob" + at(out.offset));
  }
  out.bytes.resize(static_cast<size_t>(data_size));
  read(&out.bytes[0], out.bytes.size(), "a blob");
  return true;
}

static std::string unpack(const protozero::data_view &packed, int64_t raw_size, uint64_t offset) {
  if (raw_size <= 0 || static_cast<uint64_t>(raw_size) > largest_blob) {
    throw failure(COSMIUM_REFUSED, "a block that says it has " + std::to_string(raw_size) +
                                       " bytes; at most 32 MiB are read" + at(offset));
  }
  std::string block(static_cast<size_t>(raw_size), '\0');
  uLongf size = block.size();
  const int code = uncompress(reinterpret_cast<Bytef *>(&block[0]), &size,
                              reinterpret_cast<const Bytef *>(packed.data()), packed.size());
  if (code == Z_MEM_ERROR) throw std::bad_alloc();
  if (code != Z_OK || size != block.size()) {
    throw failure(COSMIUM_DAMAGED, "a block that cannot be inflated" + at(offset));
  }
  return block;
}

std::string inflate(const blob &source) {
  static const char *const others[] = {"LZMA", "bzip2", "LZ4", "Zstandard"};
  int64_t raw_size = -1;
  protozero::data_view raw;
  protozero::data_view packed;
  try {
    protozero::pbf_reader message(source.bytes);
    while (message.next()) {
      const bool is_bytes = message.wire_type() == protozero::pbf_wire_type::length_delimited;
      if (message.tag() == 1 && is_bytes) {
        raw = message.get_view();
      } else if (message.tag() == 2 && message.wire_type() == protozero::pbf_wire_type::varint) {
        raw_size = message.get_int32();
      } else if (message.tag() == 3 && is_bytes) {
        packed = message.get_view();
      } else if (message.tag() >= 4 && message.tag() <= 7 && is_bytes) {
        throw failure(COSMIUM_REFUSED, std::string("a block compressed by ") +
                                           others[message.tag() - 4] +
                                           "; only raw and zlib are read" + at(source.offset));
      } else {
        message.skip();
      }
    }
  } catch (const protozero::exception &) {
    throw failure(COSMIUM_DAMAGED, "a blob cannot be read" + at(source.offset));
  }
  if (packed.size() > 0) return unpack(packed, raw_size, source.offset);
  if (raw.size() == 0) throw failure(COSMIUM_DAMAGED, "a blob without data" + at(source.offset));
  return std::string(raw.data(), raw.size());
}

void append_raw_blob(std::string &out, const std::string &type, const std::string &block) {
  std::string body;
  protozero::pbf_writer(body).add_bytes(1, block);
  std::string header;
  protozero::pbf_writer writer(header);
  writer.add_string(1, type);
  writer.add_int32(3, static_cast<int32_t>(body.size()));
  const uint32_t size = static_cast<uint32_t>(header.size());
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(size >> shift & 0xFF);
  out += header;
  out += body;
}

} // namespace antenne
