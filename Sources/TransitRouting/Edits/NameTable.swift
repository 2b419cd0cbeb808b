/// Finds entities by the ids that people write: whole, or without the feed's name where only one
/// feed has it.
struct NameTable {
  enum Match: Equatable {
    case found(String)
    case unknown
    /// So many feeds have it.
    case ambiguous(Int)
  }

  private var whole: Set<String> = []
  private var bare: [String: [String]] = [:]

  init(_ ids: some Sequence<String>) {
    for id in ids { add(id) }
  }

  mutating func add(_ id: String) {
    guard whole.insert(id).inserted, let colon = id.firstIndex(of: ":") else { return }
    // A feed's name holds no colon, so the first one ends it.
    bare[String(id[id.index(after: colon)...]), default: []].append(id)
  }

  func match(_ id: String) -> Match {
    if whole.contains(id) { return .found(id) }
    let matches = bare[id] ?? []
    return matches.count > 1
      ? .ambiguous(matches.count) : matches.first.map(Match.found) ?? .unknown
  }
}
