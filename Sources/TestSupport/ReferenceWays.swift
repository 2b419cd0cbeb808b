import StreetRouting

/// Which directed links hold together, found by following every way from every list of links.
struct ReferenceWays {
  private(set) var isConnected: [Bool]
  private(set) var isThrough: [Bool]

  private var lists: [[DirectedLink]] = []
  private var following: [[Int]] = []

  init(_ streets: StreetGraph, _ right: StreetRight, memory: Int) {
    let all = (0..<2 * streets.links.count).map { DirectedLink(raw: Int32($0)) }
    let isOpen = all.map { streets.passage($0)[right] == .yes }
    isConnected = Array(repeating: false, count: all.count)
    isThrough = isConnected
    var positions: [[DirectedLink]: Int] = [:]
    lists = all.filter { streets.passage($0)[right] != .no }.map { [$0] }
    for (position, list) in lists.enumerated() { positions[list] = position }
    while following.count < lists.count {
      let list = lists[following.count]
      following.append(
        streets.next(after: list, right).map { next in
          let longer = Array((list + [next]).suffix(memory))
          if let position = positions[longer] { return position }
          positions[longer] = lists.count
          lists.append(longer)
          return lists.count - 1
        })
    }

    let wholes = parts(of: Array(lists.indices))
    let heads = lists.map { list in list.last.map(streets.head) ?? 0 }
    func nodeCount(_ part: [Int]) -> Int { Set(part.map { heads[$0] }).count }
    let largestCount = wholes.map(nodeCount).max() ?? 0
    let mains = wholes.filter {
      nodeCount($0) >= min(largestCount, ModeGraph.smallestMainland)
    }
    for link in mains.flatMap({ entered($0) }) { isConnected[link] = true }
    for link in all.indices where isOpen[link] && !isConnected[link] { isThrough[link] = true }
    for main in mains {
      let open = parts(of: main.filter { lists[$0].last.map { isOpen[Int($0.raw)] } ?? false })
      let ordered = open.sorted {
        (-nodeCount($0), entered($0).min() ?? 0) < (-nodeCount($1), entered($1).min() ?? 0)
      }
      for link in ordered.first.map({ entered($0) }) ?? [] { isThrough[link] = true }
    }
  }

  /// The links driven on ways within a part.
  private func entered(_ part: [Int]) -> Set<Int> {
    let members = Set(part)
    return Set(
      part.flatMap { following[$0] }.filter(members.contains).compactMap {
        (lists[$0].last?.raw).map(Int.init)
      })
  }

  /// Those of some lists from which one comes back, by what can be reached from each other.
  private func parts(of members: [Int]) -> [[Int]] {
    var isMember = [Bool](repeating: false, count: lists.count)
    for member in members { isMember[member] = true }
    var preceding = [[Int]](repeating: [], count: lists.count)
    for member in members { for next in following[member] { preceding[next].append(member) } }
    func reached(from start: Int, _ rows: [[Int]]) -> Set<Int> {
      var found: Set<Int> = []
      var waiting = [start]
      while let list = waiting.popLast() {
        for next in rows[list] where isMember[next] && found.insert(next).inserted {
          waiting.append(next)
        }
      }
      return found
    }
    var parts: [[Int]] = []
    var isDone = [Bool](repeating: false, count: lists.count)
    for member in members where !isDone[member] {
      let part = reached(from: member, following).intersection(reached(from: member, preceding))
      for other in part { isDone[other] = true }
      if !part.isEmpty { parts.append(part.sorted()) }
    }
    return parts
  }
}
