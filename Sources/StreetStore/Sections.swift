import Findings
import Foundation
import StreetRouting

/// A link in a street file: from, to, length, name (4 bytes each); of each direction speed (2),
/// bicycle and foot per cent (1 each); then access forward and backward, class, and a zero.
enum LinkRecord {
  static let bytes = 28

  static func append(_ link: StreetLink, to out: inout [UInt8]) {
    out.append(link.from)
    out.append(link.to)
    out.append(link.lengthCentimeters)
    out.append(link.name)
    for passage in [link.forward, link.backward] {
      out.append(passage.carSpeedTenths)
      out.append(passage.bicyclePercent)
      out.append(passage.footPercent)
    }
    out.append(access(link.forward))
    out.append(access(link.backward))
    out.append(link.roadClass.rawValue)
    out.append(UInt8(0))
  }

  private static func access(_ passage: Passage) -> UInt8 {
    StreetRight.allCases.reduce(0) { $0 | passage[$1].rawValue << (2 * $1.rawValue) }
  }

  static func link(_ bytes: Span<UInt8>, at start: Int) -> StreetLink? {
    guard let roadClass = RoadClass(rawValue: bytes[start + 26]),
      let forward = passage(bytes, at: start + 16, access: bytes[start + 24]),
      let backward = passage(bytes, at: start + 20, access: bytes[start + 25])
    else { return nil }
    return StreetLink(
      from: Int32(bitPattern: bytes.uint32(start)), to: Int32(bitPattern: bytes.uint32(start + 4)),
      lengthCentimeters: Int32(bitPattern: bytes.uint32(start + 8)),
      name: Int32(bitPattern: bytes.uint32(start + 12)), roadClass: roadClass, forward: forward,
      backward: backward)
  }

  private static func passage(
    _ bytes: Span<UInt8>, at start: Int, access: UInt8
  ) -> Passage? {
    guard access >> 6 == 0,
      let foot = StreetAccess(rawValue: access & 3),
      let bicycle = StreetAccess(rawValue: access >> 2 & 3),
      let car = StreetAccess(rawValue: access >> 4 & 3)
    else { return nil }
    return Passage(
      carSpeedTenths: bytes.uint16(start), bicyclePercent: bytes[start + 2],
      footPercent: bytes[start + 3], foot: foot, bicycle: bicycle, car: car)
  }
}

enum SectionWriter {
  static func bytes(_ kind: SectionKind, _ graph: StreetGraph) throws(Failure) -> [UInt8] {
    switch kind {
    case .nodes: return points(graph.nodes)
    case .nodeBarriers: return graph.nodeBarriers.map(\.rawValue)
    case .links:
      var out: [UInt8] = []
      out.reserveCapacity(graph.links.count * LinkRecord.bytes)
      for link in graph.links { LinkRecord.append(link, to: &out) }
      return out
    case .shapeStarts: return words(graph.shapeStarts)
    case .shapePoints: return points(graph.shapePoints)
    case .nameStarts: return words(starts(graph.names.map(\.utf8.count)))
    case .nameBytes: return graph.names.flatMap(\.utf8)
    case .pathStarts: return words(starts(graph.forbiddenPaths.map(\.links.count)))
    case .pathRights: return graph.forbiddenPaths.map(\.rights.rawValue)
    case .pathLinks: return words(graph.forbiddenPaths.flatMap { $0.links.map(\.raw) })
    case .source: return try json(graph.source)
    }
  }

  private static func json(_ source: StreetSource) throws(Failure) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    do {
      return [UInt8](try encoder.encode(source))
    } catch {
      throw .defect("what streets were made from cannot be written as JSON: \(error)")
    }
  }

  private static func points(_ points: [StreetGraph.Point]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(points.count * 8)
    for point in points {
      out.append(point.latitude)
      out.append(point.longitude)
    }
    return out
  }

  private static func words(_ words: [Int32]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(words.count * 4)
    for word in words { out.append(word) }
    return out
  }

  private static func starts(_ counts: [Int]) -> [Int32] {
    var starts: [Int32] = [0]
    for count in counts { starts.append(Int32(clamping: Int(starts[starts.count - 1]) + count)) }
    return starts
  }
}

/// Reads sections whose bounds are known to lie in the file.
struct SectionReader {
  let bytes: [UInt8]
  let sections: [SectionKind: Range<Int>]

  func graph() throws(StreetFileFault) -> StreetGraph {
    let nodes = points(.nodes)
    let names = try names()
    let paths = try paths()
    guard
      let source = try? JSONDecoder().decode(StreetSource.self, from: Data(bytes[range(.source)]))
    else { throw .damaged("what it was made from cannot be read") }
    do {
      return try StreetGraph(
        nodes: nodes, nodeBarriers: bytes[range(.nodeBarriers)].map(StreetRights.init(rawValue:)),
        links: links(), shapeStarts: words(.shapeStarts), shapePoints: points(.shapePoints),
        names: names, forbiddenPaths: paths, source: source)
    } catch let error as StreetGraphError {
      throw .damaged(error.description)
    } catch let fault as StreetFileFault {
      throw fault
    } catch {
      throw .damaged("\(error)")
    }
  }

  private func range(_ kind: SectionKind) -> Range<Int> { sections[kind] ?? 0..<0 }

  private func points(_ kind: SectionKind) -> [StreetGraph.Point] {
    let span = bytes.span
    let range = range(kind)
    var points: [StreetGraph.Point] = []
    points.reserveCapacity(range.count / 8)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 8) {
      points.append(
        StreetGraph.Point(
          latitude: Int32(bitPattern: span.uint32(start)),
          longitude: Int32(bitPattern: span.uint32(start + 4))))
    }
    return points
  }

  private func words(_ kind: SectionKind) -> [Int32] {
    let span = bytes.span
    let range = range(kind)
    var words: [Int32] = []
    words.reserveCapacity(range.count / 4)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 4) {
      words.append(Int32(bitPattern: span.uint32(start)))
    }
    return words
  }

  private func links() throws(StreetFileFault) -> [StreetLink] {
    let span = bytes.span
    let range = range(.links)
    var links: [StreetLink] = []
    links.reserveCapacity(range.count / LinkRecord.bytes)
    for start in stride(from: range.lowerBound, to: range.upperBound, by: LinkRecord.bytes) {
      guard let link = LinkRecord.link(span, at: start) else {
        throw .damaged("link \(links.count) has a class or right that is not known")
      }
      links.append(link)
    }
    return links
  }

  /// Rows of a section, by the starts of another.
  private func rows(
    _ starts: SectionKind, of count: Int
  ) throws(StreetFileFault) -> [Range<Int>] {
    let starts = words(starts)
    guard starts.first == 0, Int(starts.last ?? -1) == count,
      zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 })
    else { throw .damaged("rows do not go up to the end of their section") }
    return zip(starts, starts.dropFirst()).map { Int($0)..<Int($1) }
  }

  private func names() throws(StreetFileFault) -> [String] {
    let range = range(.nameBytes)
    return try rows(.nameStarts, of: range.count).map { row in
      let start = range.lowerBound + row.lowerBound
      return String(decoding: bytes[start..<start + row.count], as: UTF8.self)
    }
  }

  private func paths() throws(StreetFileFault) -> [StreetGraph.ForbiddenPath] {
    let rights = range(.pathRights)
    let links = words(.pathLinks)
    let rows = try rows(.pathStarts, of: links.count)
    guard rows.count == rights.count else { throw .damaged("paths without rights") }
    return zip(rows, rights).map { row, position in
      StreetGraph.ForbiddenPath(
        links: row.map { DirectedLink(raw: links[$0]) },
        rights: StreetRights(rawValue: bytes[position]))
    }
  }
}
