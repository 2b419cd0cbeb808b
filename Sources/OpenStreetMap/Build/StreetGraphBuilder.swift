import Geography
public import StreetRouting

/// Makes a street graph of OpenStreetMap data: first all ways and restrictions, then the nodes that
/// they use, then `build`.
///
/// A junction is where a way ends, where two ways meet or one meets itself, where a barrier stands,
/// and the `via` of a restriction; a link lies between two of them. A closed way that meets others
/// once becomes two links, so that no link ends where it begins. The same input in the same order
/// gives the same graph, bit by bit.
public struct StreetGraphBuilder {
  struct Way {
    var id: Int64
    var profile: Int32
    var name: Int32
    /// Its nodes are `refs[start..<end]`.
    var start: Int
    var end: Int
  }

  struct Restriction {
    var from: [Int64]
    var to: [Int64]
    var viaNodes: [Int64]
    var viaWays: [Int64]
    var rules: [RestrictionRule]
  }

  var summary = StreetSummary()
  var ways: [Way] = []
  /// Ids of nodes, way by way; positions in `nodes` once nodes were added.
  var refs: [Int64] = []
  var profiles: [WayProfile] = []
  var names = NameTable()
  var restrictions: [Restriction] = []
  var nodes = NodeTable()
  private var profilesByTags: [OSMTags: Int32] = [:]

  public init() {}

  /// Takes a way, if it is a street that somebody may use.
  public mutating func add(_ way: OSMWay) {
    let roadClass: RoadClass
    switch RoadClassRule.verdict(way.tags) {
    case .street(let value): roadClass = value
    case .notAStreet: return
    case .unknown(let value):
      // A hostile file must not fill the memory with names.
      let isKnown = summary.unknownHighways[value] != nil
      if isKnown || summary.unknownHighways.count < 1000 {
        summary.unknownHighways[value, default: 0] += 1
      }
      return
    }
    summary.ways += 1
    let profile = profile(way.tags, roadClass)
    guard !profiles[Int(profile)].isClosed else {
      summary.waysClosed += 1
      return
    }
    let start = refs.count
    for node in way.nodes where refs.count == start || refs[refs.count - 1] != node {
      refs.append(node)
    }
    ways.append(
      Way(
        id: way.id, profile: profile, name: names.position(NameRule.name(way.tags)), start: start,
        end: refs.count))
  }

  /// Rules are read once for all ways with the same tags, their names aside.
  private mutating func profile(_ tags: OSMTags, _ roadClass: RoadClass) -> Int32 {
    let key = WayRules.relevant(tags)
    if let known = profilesByTags[key] { return known }
    let position = Int32(profiles.count)
    profiles.append(WayRules.profile(key, roadClass))
    if profilesByTags.count < 1_000_000 { profilesByTags[key] = position }
    return position
  }

  public mutating func add(_ relation: OSMRestriction) {
    let rules: [RestrictionRule]
    switch RestrictionRule.verdict(relation.tags) {
    case .rules(let value): rules = value
    case .ignored:
      summary.restrictions.ignored += 1
      return
    case .broken:
      summary.restrictions.broken += 1
      return
    }
    func members(_ role: String, _ kind: OSMRestriction.MemberKind) -> [Int64] {
      relation.members.filter { $0.role == role && $0.kind == kind }.map(\.id)
    }
    let restriction = Restriction(
      from: members("from", .way), to: members("to", .way), viaNodes: members("via", .node),
      viaWays: members("via", .way), rules: rules)
    let hasVia = restriction.viaNodes.count + min(restriction.viaWays.count, 1) == 1
    guard !restriction.from.isEmpty, !restriction.to.isEmpty, hasVia,
      restriction.viaWays.count <= 20,
      Set(restriction.viaWays).count == restriction.viaWays.count,
      restriction.from.count * restriction.to.count <= 100
    else {
      summary.restrictions.broken += 1
      return
    }
    restrictions.append(restriction)
  }

  /// Ends the ways: from here on nodes are taken, and only those that ways use.
  public mutating func beginNodes() {
    dropRepeatedWays()
    profilesByTags = [:]
    nodes = NodeTable(refs)
    for index in refs.indices { refs[index] = Int64(nodes.position(refs[index]) ?? 0) }
  }

  /// The first way of an id counts; the others lose their nodes.
  private mutating func dropRepeatedWays() {
    let isAscending = zip(ways, ways.dropFirst()).allSatisfy { $0.id < $1.id }
    if isAscending { return }
    var seen = Set<Int64>(minimumCapacity: ways.count)
    ways = ways.filter { seen.insert($0.id).inserted }
    summary.waysRepeated = summary.ways - summary.waysClosed - ways.count
  }

  /// Whether a node is wanted; saves the making of one that is not.
  public func uses(_ node: Int64) -> Bool { nodes.position(node) != nil }

  public mutating func add(_ node: OSMNode) {
    guard let position = nodes.position(node.id) else { return }
    guard let place = node.place, place.coordinate.isValid else {
      summary.nodesOutsideEarth += 1
      return
    }
    guard !nodes.isPresent[position] else { return }
    nodes.isPresent[position] = true
    nodes.places[position] = place
    guard !node.tags.isEmpty, BarrierRule.matters(node.tags) else { return }
    let passing = BarrierRule.passing(node.tags)
    if !passing.isFree { nodes.barriers[Int32(position)] = passing }
  }
}

/// What came of an import.
public struct BuiltStreets: Sendable {
  public var graph: StreetGraph
  public var summary: StreetSummary
}

extension StreetGraphBuilder {
  /// - Throws: where the data are too large for the graph.
  public static func build(
    _ data: OSMData, source: StreetSource
  ) throws(StreetGraphError) -> BuiltStreets {
    var builder = StreetGraphBuilder()
    for way in data.ways { builder.add(way) }
    for restriction in data.restrictions { builder.add(restriction) }
    builder.beginNodes()
    for node in data.nodes { builder.add(node) }
    return try builder.build(source: source)
  }
}
