public import OpenStreetMap
public import StreetRouting

/// Streets as an ASCII map with a legend, for tests.
///
///     a---b---c
///         |
///         d
///
///     abc: highway=residential, name=Rue de la Loi
///     bd: highway=service
///     node b: barrier=bollard
///     turn ab b bd: restriction=no_right_turn
///     missing d
///
/// Letters and digits of the map are nodes; a column and a row are 0.0001° apart, 11.12 m at the
/// equator, where the map lies. Ways are numbered from 1 in the order of the legend, and nodes by
/// their character. `turn` gives `from`, `via` and `to`: ways by their letters, `via` a node or ways
/// joined by `+`. A node that is `missing` is in ways and not in the data.
public struct StreetMap: Sendable {
  public struct Mistake: Error, CustomStringConvertible {
    public let description: String
  }

  public private(set) var data = OSMData()
  private var places: [Character: StreetGraph.Point] = [:]
  private var ways: [String: Int64] = [:]

  public init(_ text: String) throws(Mistake) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.firstIndex { $0.allSatisfy { $0 == " " } } ?? lines.count
    for (row, line) in lines[..<end].enumerated() {
      for (column, mark) in line.enumerated() where mark.isLetter || mark.isNumber {
        places[mark] = StreetGraph.Point(
          latitude: Int32(-1000 * row), longitude: Int32(1000 * column))
      }
    }
    var nodes: [Character: OSMNode] = [:]
    for (mark, place) in places { nodes[mark] = OSMNode(id: try Self.id(mark), place: place) }
    for line in lines[end...] {
      let text = line.drop { $0 == " " }
      if text.isEmpty { continue }
      if text.hasPrefix("missing ") {
        for mark in text.dropFirst(8) { nodes[mark] = nil }
        continue
      }
      guard let colon = text.firstIndex(of: ":") else {
        throw Mistake(description: "a legend without a colon: \(text)")
      }
      let words = text[..<colon].split(separator: " ")
      let tags = Self.tags(text[text.index(after: colon)...])
      try add(words, tags, &nodes)
    }
    data.nodes = nodes.values.sorted { $0.id < $1.id }
  }

  private mutating func add(
    _ words: [Substring], _ tags: OSMTags, _ nodes: inout [Character: OSMNode]
  ) throws(Mistake) {
    switch (words.first, words.count) {
    case ("node", 2):
      guard let mark = words[1].first else { return }
      nodes[mark]?.tags = tags
    case ("turn", 4):
      let vias = words[2].split(separator: "+")
      var members = [OSMRestriction.Member(.way, try way(words[1]), role: "from")]
      for via in vias {
        if let way = ways[String(via)] {
          members.append(OSMRestriction.Member(.way, way, role: "via"))
        } else {
          members.append(OSMRestriction.Member(.node, try Self.id(via.first), role: "via"))
        }
      }
      members.append(OSMRestriction.Member(.way, try way(words[3]), role: "to"))
      data.restrictions.append(
        OSMRestriction(id: Int64(data.restrictions.count + 1), members: members, tags: tags))
    case (let letters?, 1):
      let id = Int64(data.ways.count + 1)
      ways[String(letters)] = id
      var refs: [Int64] = []
      for mark in letters { refs.append(try Self.id(mark)) }
      data.ways.append(OSMWay(id: id, nodes: refs, tags: tags))
    default:
      throw Mistake(description: "a legend that is not known: \(words.joined(separator: " "))")
    }
  }

  private func way(_ letters: Substring) throws(Mistake) -> Int64 {
    // A way that is not drawn is one outside the extract.
    ways[String(letters)] ?? 999
  }

  private static func id(_ mark: Character?) throws(Mistake) -> Int64 {
    guard let value = mark?.asciiValue else {
      throw Mistake(description: "a node has an ASCII letter or digit")
    }
    return Int64(value)
  }

  private static func tags(_ text: Substring) -> OSMTags {
    var tags = OSMTags()
    for pair in text.split(separator: ",") {
      let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { tags[String(parts[0])] = String(parts[1]) }
    }
    return tags
  }

  public func build() throws -> BuiltStreets {
    try StreetGraphBuilder.build(data, source: StreetSource(name: "map"))
  }

  /// The graph's node that a character stands for, if it is a junction.
  public func node(_ mark: Character, in graph: StreetGraph) -> Int? {
    places[mark].flatMap { place in graph.nodes.firstIndex(of: place) }
  }

  /// The link from one character's node to that of another, `ab`; the first of several.
  public func link(_ pair: String, in graph: StreetGraph) -> DirectedLink? {
    guard let first = pair.first, let last = pair.last, let from = node(first, in: graph),
      let to = node(last, in: graph)
    else { return nil }
    return graph.leaving(from).first { graph.head(of: $0) == to }
  }

  /// Who may go from one character's node to the next, such as `ab`.
  public func passage(_ pair: String, in graph: StreetGraph) -> Passage {
    link(pair, in: graph).map(graph.passage) ?? .closed
  }
}
