#include "blobs.hpp"

#include <protozero/pbf_reader.hpp>

#include <cstring>
#include <vector>

namespace antenne {

// The format recommends 8,000 objects a block; a tag or role is copied for each object that has it,
// so that a few bytes could become gigabytes.
static constexpr uint64_t most_objects = 1'000'000;
static constexpr uint64_t most_strings = 1'000'000;
static constexpr uint64_t most_decoded_bytes = 128 << 20;
// About what an object and a reference take in libosmium's buffer.
static constexpr uint64_t object_bytes = 64;
static constexpr uint64_t reference_bytes = 16;

namespace {

class block_size {
public:
  explicit block_size(uint64_t offset) : offset_(offset) {}

  uint64_t decoded() const { return decoded_; }

  void strings(protozero::pbf_reader table) {
    while (table.next(1, protozero::pbf_wire_type::length_delimited)) {
      const auto text = table.get_view();
      // libosmium separates strings by NUL and would take what follows for another string.
      if (std::memchr(text.data(), 0, text.size()) != nullptr) {
        throw failure(COSMIUM_DAMAGED, "a string with a NUL in a block" + place());
      }
      lengths_.push_back(static_cast<uint32_t>(text.size()));
      if (lengths_.size() > most_strings) refuse("strings");
    }
  }

  void group(protozero::pbf_reader group) {
    while (group.next()) {
      if (group.wire_type() != protozero::pbf_wire_type::length_delimited || group.tag() > 4) {
        group.skip();
        continue;
      }
      const auto tag = group.tag();
      auto message = group.get_message();
      if (tag == 2) {
        dense(message);
      } else {
        add_objects(1);
        object(message, tag);
      }
    }
  }

private:
  uint64_t offset_;
  std::vector<uint32_t> lengths_;
  uint64_t objects_ = 0;
  uint64_t decoded_ = 0;

  std::string place() const { return " at byte " + std::to_string(offset_); }

  [[noreturn]] void refuse(const char *what) const {
    throw failure(COSMIUM_REFUSED, std::string("a block with too many ") + what + place());
  }

  void add(uint64_t bytes) {
    decoded_ += bytes;
    if (decoded_ > most_decoded_bytes) refuse("tags or members");
  }

  void add_objects(uint64_t count) {
    objects_ += count;
    if (objects_ > most_objects) refuse("objects");
    add(count * object_bytes);
  }

  /// Each index is a string that is copied; a varint has one byte at least.
  void indices(const protozero::data_view &packed) {
    const char *data = packed.data();
    const char *const end = data + packed.size();
    while (data != end) {
      if (*data == 0) {
        ++data;
        add(1);
        continue;
      }
      const uint64_t index = protozero::decode_varint(&data, end);
      // An index without a string is an error that libosmium names.
      add(2 + (index < lengths_.size() ? lengths_[index] : 0));
    }
  }

  void dense(protozero::pbf_reader &message) {
    while (message.next()) {
      if (message.wire_type() != protozero::pbf_wire_type::length_delimited) {
        message.skip();
      } else if (message.tag() == 1) {
        add_objects(message.get_view().size());
      } else if (message.tag() == 10) {
        indices(message.get_view());
      } else {
        message.skip();
      }
    }
  }

  /// A node, way or relation: keys 2, values 3; 8 are a way's references or a relation's roles, 9 a
  /// relation's references.
  void object(protozero::pbf_reader &message, protozero::pbf_tag_type kind) {
    while (message.next()) {
      if (message.wire_type() != protozero::pbf_wire_type::length_delimited) {
        message.skip();
        continue;
      }
      const auto tag = message.tag();
      const auto view = message.get_view();
      if (tag == 2 || tag == 3 || (tag == 8 && kind == 4)) {
        indices(view);
      } else if (kind != 1 && (tag == 8 || tag == 9)) {
        add(view.size() * reference_bytes * (kind == 4 ? 2 : 1));
      }
    }
  }
};

} // namespace

uint64_t check_block(const std::string &block, uint64_t offset) {
  block_size size(offset);
  try {
    protozero::pbf_reader table(block);
    while (table.next(1, protozero::pbf_wire_type::length_delimited)) {
      size.strings(table.get_message());
    }
    protozero::pbf_reader groups(block);
    while (groups.next(2, protozero::pbf_wire_type::length_delimited)) {
      size.group(groups.get_message());
    }
  } catch (const protozero::exception &) {
    throw failure(COSMIUM_DAMAGED, "a block cannot be read at byte " + std::to_string(offset));
  }
  return size.decoded();
}

} // namespace antenne
