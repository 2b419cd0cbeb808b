public import StreetRouting

/// The tags of an object, each key once.
public struct OSMTags: Sendable, Hashable, ExpressibleByDictionaryLiteral {
  private var values: [String: String]

  public init(_ values: [String: String] = [:]) {
    self.values = values
  }

  /// Of a key that stands twice the last value counts.
  public init(dictionaryLiteral elements: (String, String)...) {
    values = Dictionary(elements) { _, last in last }
  }

  public subscript(key: String) -> String? {
    get { values[key] }
    set { values[key] = newValue }
  }

  func filter(_ isKept: (String) -> Bool) -> OSMTags {
    OSMTags(values.filter { isKept($0.key) })
  }

  public var isEmpty: Bool { values.isEmpty }
  public var keys: some Collection<String> { values.keys }
}

/// A node; without a place where its coordinates are not on the Earth.
public struct OSMNode: Sendable, Equatable {
  public var id: Int64
  public var place: StreetGraph.Point?
  public var tags: OSMTags

  public init(id: Int64, place: StreetGraph.Point?, tags: OSMTags = [:]) {
    self.id = id
    self.place = place
    self.tags = tags
  }
}

/// A way: nodes in order, and tags.
public struct OSMWay: Sendable, Equatable {
  public var id: Int64
  public var nodes: [Int64]
  public var tags: OSMTags

  public init(id: Int64, nodes: [Int64], tags: OSMTags) {
    self.id = id
    self.nodes = nodes
    self.tags = tags
  }
}

/// A relation with `type=restriction`.
public struct OSMRestriction: Sendable, Equatable {
  public enum MemberKind: Sendable { case node, way, relation }

  public struct Member: Sendable, Equatable {
    public var kind: MemberKind
    public var id: Int64
    public var role: String

    public init(_ kind: MemberKind, _ id: Int64, role: String) {
      self.kind = kind
      self.id = id
      self.role = role
    }
  }

  public var id: Int64
  public var members: [Member]
  public var tags: OSMTags

  public init(id: Int64, members: [Member], tags: OSMTags) {
    self.id = id
    self.members = members
    self.tags = tags
  }
}

/// OpenStreetMap data in memory, wherever it comes from.
public struct OSMData: Sendable, Equatable {
  public var nodes: [OSMNode] = []
  public var ways: [OSMWay] = []
  public var restrictions: [OSMRestriction] = []

  public init() {}
}
