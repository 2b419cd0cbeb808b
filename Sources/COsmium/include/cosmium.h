#ifndef ANTENNE_COSMIUM_H
#define ANTENNE_COSMIUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// OpenStreetMap PBF files, read through libosmium. No exception leaves this interface: a call
/// returns a status, and `cosmium_error` says what was wrong.
typedef enum {
  COSMIUM_OK = 0,
  COSMIUM_CANNOT_OPEN,
  COSMIUM_NOT_A_FILE,
  COSMIUM_EMPTY,
  COSMIUM_NOT_PBF,
  /// Cut short, or bytes that are not what the format says.
  COSMIUM_DAMAGED,
  /// Well formed, and more than is read: a zip bomb, or a feature of the format that nobody uses.
  COSMIUM_REFUSED,
  COSMIUM_READ_FAILED,
  COSMIUM_NO_MEMORY,
  COSMIUM_STOPPED,
} cosmium_status;

typedef struct cosmium_file cosmium_file;

/// Both end with NUL and hold none; not always valid UTF-8.
typedef struct {
  const char *key;
  const char *value;
} cosmium_tag;

/// `latitude` and `longitude` in degrees × 10^7; `has_place` says whether they lie on the Earth.
typedef struct {
  int64_t id;
  bool has_place;
  int32_t latitude;
  int32_t longitude;
  const cosmium_tag *tags;
  size_t tag_count;
} cosmium_node;

typedef struct {
  int64_t id;
  const int64_t *nodes;
  size_t node_count;
  const cosmium_tag *tags;
  size_t tag_count;
} cosmium_way;

/// `type` is `n`, `w` or `r`.
typedef struct {
  int64_t id;
  char type;
  const char *role;
} cosmium_member;

typedef struct {
  int64_t id;
  const cosmium_member *members;
  size_t member_count;
  const cosmium_tag *tags;
  size_t tag_count;
} cosmium_relation;

/// What is called for each object, in the order of the file, on the thread that reads. Pointers are
/// valid during the call. A function that is NULL leaves its objects undecoded; one that returns
/// false ends the reading with COSMIUM_STOPPED.
typedef struct {
  void *context;
  bool (*node)(void *context, const cosmium_node *node);
  /// Ways with one of `way_tags`.
  bool (*way)(void *context, const cosmium_way *way);
  /// Relations with `type=restriction`.
  bool (*relation)(void *context, const cosmium_relation *relation);
  void (*progress)(void *context, uint64_t bytes_read);
  /// Tags that a way is wanted for; a value that is NULL stands for any.
  const cosmium_tag *way_tags;
  size_t way_tag_count;
} cosmium_visitor;

/// Opens a file and reads its header block. The file is to be closed whatever the status is.
cosmium_status cosmium_open(const char *path, cosmium_file **file);
void cosmium_close(cosmium_file *file);

/// What was wrong with the last call.
const char *cosmium_error(const cosmium_file *file);
uint64_t cosmium_size(const cosmium_file *file);
/// Of the data, as the header states it; empty where it does not.
const char *cosmium_timestamp(const cosmium_file *file);

/// Reads the file from its beginning to its end. May be called again.
cosmium_status cosmium_read(cosmium_file *file, const cosmium_visitor *visitor);

#ifdef __cplusplus
}
#endif

#endif
