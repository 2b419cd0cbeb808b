// A hostile file must end in an error, not in an assertion of libosmium.
#ifndef NDEBUG
#define NDEBUG
#endif

#include "cosmium.h"
#include "blobs.hpp"

#include <osmium/io/file.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/osm.hpp>

#include <cstring>
#include <future>
#include <memory>
#include <new>
#include <vector>

using antenne::failure;

struct cosmium_file {
  std::unique_ptr<antenne::blob_file> blobs;
  std::string header;
  std::string timestamp;
  std::string error;
};

namespace {

// How much is read at a time: enough for every core, little enough for memory.
constexpr size_t batch_blobs = 16;
constexpr size_t batch_bytes = 16 << 20;
// A block of streets is two to three times as long as its blob.
constexpr uint64_t free_inflation = 64 << 20;
constexpr uint64_t largest_inflation = 50;

struct checked_block {
  std::string bytes;
  uint64_t decoded;
};

/// Hands the objects of libosmium's buffers to the visitor.
class handover {
public:
  explicit handover(const cosmium_visitor &visitor) : visitor_(visitor) {}

  osmium::osm_entity_bits::type entities() const {
    auto bits = osmium::osm_entity_bits::nothing;
    if (visitor_.node) bits |= osmium::osm_entity_bits::node;
    if (visitor_.way) bits |= osmium::osm_entity_bits::way;
    if (visitor_.relation) bits |= osmium::osm_entity_bits::relation;
    return bits;
  }

  void give(const osmium::memory::Buffer &buffer) {
    for (const auto &item : buffer) {
      bool goes_on = true;
      switch (item.type()) {
      case osmium::item_type::node:
        goes_on = give(static_cast<const osmium::Node &>(item));
        break;
      case osmium::item_type::way:
        goes_on = give(static_cast<const osmium::Way &>(item));
        break;
      case osmium::item_type::relation:
        goes_on = give(static_cast<const osmium::Relation &>(item));
        break;
      default:
        break;
      }
      if (!goes_on) throw failure(COSMIUM_STOPPED, "stopped");
    }
  }

private:
  const cosmium_visitor &visitor_;
  std::vector<cosmium_tag> tags_;
  std::vector<int64_t> nodes_;
  std::vector<cosmium_member> members_;

  void take(const osmium::TagList &tags) {
    tags_.clear();
    for (const auto &tag : tags) tags_.push_back({tag.key(), tag.value()});
  }

  bool give(const osmium::Node &node) {
    take(node.tags());
    const auto place = node.location();
    const cosmium_node given{node.id(),   place.valid(), place.y(),
                             place.x(), tags_.data(),  tags_.size()};
    return visitor_.node(visitor_.context, &given);
  }

  bool is_wanted(const osmium::TagList &tags) const {
    for (size_t index = 0; index < visitor_.way_tag_count; ++index) {
      const cosmium_tag &wanted = visitor_.way_tags[index];
      if (wanted.value ? tags.has_tag(wanted.key, wanted.value) : tags.has_key(wanted.key)) {
        return true;
      }
    }
    return false;
  }

  bool give(const osmium::Way &way) {
    if (!is_wanted(way.tags())) return true;
    take(way.tags());
    nodes_.clear();
    for (const auto &node : way.nodes()) nodes_.push_back(node.ref());
    const cosmium_way given{way.id(), nodes_.data(), nodes_.size(), tags_.data(), tags_.size()};
    return visitor_.way(visitor_.context, &given);
  }

  bool give(const osmium::Relation &relation) {
    const char *const type = relation.tags().get_value_by_key("type");
    if (!type || std::strcmp(type, "restriction") != 0) return true;
    take(relation.tags());
    members_.clear();
    for (const auto &member : relation.members()) {
      members_.push_back({member.ref(), osmium::item_type_to_char(member.type()), member.role()});
    }
    const cosmium_relation given{relation.id(), members_.data(), members_.size(), tags_.data(),
                                 tags_.size()};
    return visitor_.relation(visitor_.context, &given);
  }
};

/// A file in memory: the header's blob and some blobs that were inflated and checked.
osmium::io::Header decode(const std::string &bytes, handover *out) {
  const osmium::io::File file(bytes.data(), bytes.size(), "pbf");
  osmium::io::Reader reader(file, out ? out->entities() : osmium::osm_entity_bits::nothing,
                            osmium::io::read_meta::no);
  const auto header = reader.header();
  if (out) {
    while (const auto buffer = reader.read()) out->give(buffer);
  }
  reader.close();
  return header;
}

/// Inflates and checks blobs on as many threads.
std::vector<checked_block> check(const std::vector<antenne::blob> &blobs) {
  std::vector<std::future<checked_block>> tasks;
  for (const auto &blob : blobs) {
    tasks.push_back(std::async(std::launch::async, [&blob]() {
      checked_block block{antenne::inflate(blob), 0};
      block.decoded = antenne::check_block(block.bytes, blob.offset);
      return block;
    }));
  }
  std::vector<checked_block> blocks;
  for (auto &task : tasks) blocks.push_back(task.get());
  return blocks;
}

/// Decodes blocks, those that become large one by one.
void decode(const std::string &header, const std::vector<checked_block> &blocks, handover &out) {
  std::string bytes = header;
  uint64_t decoded = 0;
  for (const auto &block : blocks) {
    if (decoded > 0 && decoded + block.decoded > (256 << 20)) {
      decode(bytes, &out);
      bytes = header;
      decoded = 0;
    }
    antenne::append_raw_blob(bytes, "OSMData", block.bytes);
    decoded += block.decoded + 1;
  }
  if (decoded > 0) decode(bytes, &out);
}

void read_header(cosmium_file &file) {
  antenne::blob blob;
  if (!file.blobs->next(blob)) throw failure(COSMIUM_EMPTY, "the file is empty");
  antenne::append_raw_blob(file.header, blob.type, antenne::inflate(blob));
  const auto header = decode(file.header, nullptr);
  if (header.has_multiple_object_versions()) {
    throw failure(COSMIUM_REFUSED, "a file with the history of objects");
  }
  file.timestamp = header.get("osmosis_replication_timestamp");
  if (file.timestamp.empty()) file.timestamp = header.get("timestamp");
}

void read_data(cosmium_file &file, const cosmium_visitor &visitor) {
  handover out(visitor);
  file.blobs->rewind();
  antenne::blob blob;
  file.blobs->next(blob);
  uint64_t inflated = 0;
  bool is_end = false;
  while (!is_end) {
    std::vector<antenne::blob> blobs;
    size_t bytes = 0;
    while (blobs.size() < batch_blobs && bytes < batch_bytes) {
      if (!file.blobs->next(blob)) {
        is_end = true;
        break;
      }
      // The format asks readers to pass over types that they do not know.
      if (blob.type != "OSMData") continue;
      bytes += blob.bytes.size();
      blobs.push_back(std::move(blob));
      blob = antenne::blob();
    }
    const auto blocks = check(blobs);
    for (const auto &block : blocks) inflated += block.bytes.size();
    if (inflated > free_inflation && inflated / largest_inflation > file.blobs->position()) {
      throw failure(COSMIUM_REFUSED, "blocks inflate to more than 50 times the file, at byte " +
                                         std::to_string(file.blobs->position()));
    }
    decode(file.header, blocks, out);
    if (visitor.progress) visitor.progress(visitor.context, file.blobs->position());
  }
}

template <typename Work> cosmium_status guarded(cosmium_file &file, Work work) noexcept {
  try {
    file.error.clear();
    work();
    return COSMIUM_OK;
  } catch (const failure &reason) {
    file.error = reason.what();
    return reason.status;
  } catch (const std::bad_alloc &) {
    file.error = "there is not enough memory";
    return COSMIUM_NO_MEMORY;
  } catch (const std::exception &reason) {
    file.error = reason.what();
    return COSMIUM_DAMAGED;
  } catch (...) {
    file.error = "an unknown error";
    return COSMIUM_DAMAGED;
  }
}

} // namespace

cosmium_status cosmium_open(const char *path, cosmium_file **file) {
  *file = new (std::nothrow) cosmium_file;
  if (!*file) return COSMIUM_NO_MEMORY;
  return guarded(**file, [&] {
    (*file)->blobs.reset(new antenne::blob_file(path));
    read_header(**file);
  });
}

void cosmium_close(cosmium_file *file) { delete file; }

const char *cosmium_error(const cosmium_file *file) {
  return file ? file->error.c_str() : "there is not enough memory";
}

uint64_t cosmium_size(const cosmium_file *file) {
  return file && file->blobs ? file->blobs->size() : 0;
}

const char *cosmium_timestamp(const cosmium_file *file) {
  return file ? file->timestamp.c_str() : "";
}

cosmium_status cosmium_read(cosmium_file *file, const cosmium_visitor *visitor) {
  return guarded(*file, [&] { read_data(*file, *visitor); });
}
