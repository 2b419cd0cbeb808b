import COsmium
import Findings
import StreetRouting

/// Takes what the file's reader hands over.
final class Visit {
  var builder = StreetGraphBuilder()
  var bytesBefore = 0
  private(set) var failure: Failure?
  private let progress: (Int) -> Void

  init(_ progress: @escaping (Int) -> Void) {
    self.progress = progress
  }

  static func of(_ context: UnsafeMutableRawPointer?) -> Visit? {
    context.map { Unmanaged<Visit>.fromOpaque($0).takeUnretainedValue() }
  }

  func takeBuilder() -> StreetGraphBuilder {
    let taken = builder
    builder = StreetGraphBuilder()
    return taken
  }

  func report(_ bytes: UInt64) {
    progress(bytesBefore + Int(bytes))
  }

  func take(_ way: UnsafePointer<cosmium_way>?) -> Bool {
    guard let way = way?.pointee else { return false }
    let nodes = Array(UnsafeBufferPointer(start: way.nodes, count: way.node_count))
    builder.add(OSMWay(id: way.id, nodes: nodes, tags: tags(way.tags, way.tag_count)))
    return true
  }

  func take(_ node: UnsafePointer<cosmium_node>?) -> Bool {
    guard let node = node?.pointee else { return false }
    guard builder.uses(node.id) else { return true }
    let place = StreetGraph.Point(latitude: node.latitude, longitude: node.longitude)
    builder.add(
      OSMNode(
        id: node.id, place: node.has_place ? place : nil, tags: tags(node.tags, node.tag_count)))
    return true
  }

  func take(_ relation: UnsafePointer<cosmium_relation>?) -> Bool {
    guard let relation = relation?.pointee else { return false }
    let members = UnsafeBufferPointer(start: relation.members, count: relation.member_count).map {
      let kind: OSMRestriction.MemberKind =
        switch UInt8(bitPattern: $0.type) {
        case UInt8(ascii: "n"): .node
        case UInt8(ascii: "w"): .way
        default: .relation
        }
      return OSMRestriction.Member(kind, $0.id, role: String(cString: $0.role))
    }
    builder.add(
      OSMRestriction(
        id: relation.id, members: members, tags: tags(relation.tags, relation.tag_count)))
    return true
  }

  private func tags(_ tags: UnsafePointer<cosmium_tag>?, _ count: Int) -> OSMTags {
    guard count > 0 else { return OSMTags() }
    var values: [String: String] = [:]
    for tag in UnsafeBufferPointer(start: tags, count: count) {
      // Bytes that are no UTF-8 become U+FFFD.
      values[String(cString: tag.key)] = String(cString: tag.value)
    }
    return OSMTags(values)
  }
}
