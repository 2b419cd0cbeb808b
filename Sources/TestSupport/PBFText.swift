public import OpenStreetMap
import StreetRouting

/// OpenStreetMap data as bytes in the PBF format, whole or wrong on purpose.
///
/// Source: OpenStreetMap wiki, `PBF Format`. Blobs are raw; numbers of fields are those of
/// `fileformat.proto` and `osmformat.proto`.
public enum PBFText {
  /// A file: a header and one block.
  public static func file(_ data: OSMData) -> [UInt8] {
    blob("OSMHeader", rawBlob(header())) + blob("OSMData", rawBlob(block(data)))
  }

  /// A length, a blob header and a blob.
  public static func blob(
    _ type: String, _ body: [UInt8], saysBytes: Int? = nil, saysHeaderBytes: Int? = nil
  ) -> [UInt8] {
    let header = field(1, Array(type.utf8)) + field(3, saysBytes ?? body.count)
    let size = UInt32(truncatingIfNeeded: saysHeaderBytes ?? header.count)
    return [24, 16, 8, 0].map { UInt8(size >> $0 & 0xFF) } + header + body
  }

  public static func rawBlob(_ block: [UInt8]) -> [UInt8] {
    field(2, block.count) + field(1, block)
  }

  public static func header(_ features: [String] = ["OsmSchema-V0.6", "DenseNodes"]) -> [UInt8] {
    features.flatMap { field(4, Array($0.utf8)) }
  }

  /// A primitive block with dense nodes, ways and restrictions.
  public static func block(_ data: OSMData, strings extra: [[UInt8]] = []) -> [UInt8] {
    var table = StringTable(extra)
    var nodes: [UInt8] = []
    if !data.nodes.isEmpty { nodes = field(2, field(2, dense(data.nodes, &table))) }
    var ways: [UInt8] = []
    for way in data.ways {
      ways += field(3, pairs(way.tags, way.id, &table) + field(8, deltas(way.nodes)))
    }
    var relations: [UInt8] = []
    for restriction in data.restrictions { relations += field(4, relation(restriction, &table)) }
    let strings = table.strings.flatMap { field(1, $0) }
    return field(1, strings) + nodes + (ways.isEmpty ? [] : field(2, ways))
      + (relations.isEmpty ? [] : field(2, relations))
  }

  private static func relation(_ relation: OSMRestriction, _ table: inout StringTable) -> [UInt8] {
    var tags = relation.tags
    tags["type"] = "restriction"
    let roles = relation.members.flatMap { varint(table.index($0.role)) }
    let kinds = relation.members.flatMap { member in
      varint(member.kind == .node ? 0 : member.kind == .way ? 1 : 2)
    }
    return pairs(tags, relation.id, &table) + field(8, roles)
      + field(9, deltas(relation.members.map(\.id))) + field(10, kinds)
  }

  private static func dense(_ nodes: [OSMNode], _ table: inout StringTable) -> [UInt8] {
    var tags: [UInt8] = []
    for node in nodes {
      for key in node.tags.keys.sorted() {
        tags += varint(table.index(key)) + varint(table.index(node.tags[key] ?? ""))
      }
      tags.append(0)
    }
    return field(1, deltas(nodes.map(\.id)))
      + field(8, deltas(nodes.map { Int64($0.place?.latitude ?? .max) }))
      + field(9, deltas(nodes.map { Int64($0.place?.longitude ?? .max) })) + field(10, tags)
  }

  private static func pairs(_ tags: OSMTags, _ id: Int64, _ table: inout StringTable) -> [UInt8] {
    let keys = tags.keys.sorted()
    return field(1, Int(id)) + field(2, keys.flatMap { varint(table.index($0)) })
      + field(3, keys.flatMap { varint(table.index(tags[$0] ?? "")) })
  }

  public static func deltas(_ values: [Int64]) -> [UInt8] {
    var last: Int64 = 0
    return values.flatMap { value in
      let delta = value &- last
      last = value
      return varint(UInt64(bitPattern: delta << 1 ^ delta >> 63))
    }
  }

  public static func field(_ number: Int, _ bytes: [UInt8]) -> [UInt8] {
    varint(number << 3 | 2) + varint(bytes.count) + bytes
  }

  public static func field(_ number: Int, _ value: Int) -> [UInt8] {
    varint(number << 3) + varint(value)
  }

  public static func varint(_ value: Int) -> [UInt8] { varint(UInt64(bitPattern: Int64(value))) }

  public static func varint(_ value: UInt64) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes + [UInt8(rest)]
  }

  private struct StringTable {
    var strings: [[UInt8]]
    private var indices: [String: Int] = [:]

    init(_ extra: [[UInt8]]) {
      strings = [[]] + extra
    }

    mutating func index(_ text: String) -> Int {
      if let known = indices[text] { return known }
      strings.append(Array(text.utf8))
      indices[text] = strings.count - 1
      return strings.count - 1
    }
  }
}
