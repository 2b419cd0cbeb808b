public import StreetRouting

/// Shortest street times found naively, on the streets themselves: Dijkstra (1959) over the list of
/// links driven last, each next link held against every forbidden path and barrier. Clear and slow.
///
/// A journey is a list of directed links: first destination traffic, then through traffic, then
/// destination traffic; each of the three may be empty.
public struct ReferenceStreets {
  let streets: StreetGraph
  let right: StreetRight
  let times: LinkTimes
  /// By the raw value of directed links: whether journeys begin and end there.
  public let isConnected: [Bool]
  /// By the raw value: whether it may be used between destination traffic at both ends.
  public let isThrough: [Bool]
  /// Links that have to be remembered: one fewer than the longest forbidden path has, and the one
  /// that led to a barrier.
  let memory: Int

  public init(_ streets: StreetGraph, _ right: StreetRight, _ times: LinkTimes) {
    self.streets = streets
    self.right = right
    self.times = times
    memory = max(1, (streets.forbiddenPaths.map(\.links.count).max() ?? 0) - 1)
    let ways = ReferenceWays(streets, right, memory: memory)
    isConnected = ways.isConnected
    isThrough = ways.isThrough
  }

  /// The times from a position to others, `nil` where no journey leads; without ways off the street.
  public func milliseconds(from origin: StreetPosition, to goals: [StreetPosition]) -> [Int?] {
    let entries = entryTimes(from: origin)
    return goals.map { goal in
      var found: [Int] = []
      for way in ways(origin.link) where goal.link == origin.link {
        let (start, end) = (part(origin, way), part(goal, way))
        if start <= end { found.append(beginning(way, end) - beginning(way, start)) }
      }
      for way in ways(goal.link) {
        if let entry = entries[way] { found.append(entry + beginning(way, part(goal, way))) }
      }
      return found.min()
    }
  }

  private struct Vehicle: Hashable {
    var driven: [DirectedLink]
    /// 0 in destination traffic at the beginning, 1 in through traffic, 2 at the end.
    var phase: Int
  }

  /// When each directed link can first be entered after the one on which the journey begins.
  private func entryTimes(from origin: StreetPosition) -> [DirectedLink: Int] {
    var best: [Vehicle: Int] = [:]
    var waiting: [Int: [Vehicle]] = [:]
    func reach(_ vehicle: Vehicle, _ time: Int) {
      if time < best[vehicle] ?? .max {
        best[vehicle] = time
        waiting[time, default: []].append(vehicle)
      }
    }
    for way in ways(origin.link) {
      let rest = milliseconds(way) - beginning(way, part(origin, way))
      reach(Vehicle(driven: [way], phase: isThrough[Int(way.raw)] ? 1 : 0), rest)
    }
    var entries: [DirectedLink: Int] = [:]
    while let time = waiting.keys.min(), let vehicles = waiting.removeValue(forKey: time) {
      for vehicle in vehicles where best[vehicle] == time {
        for next in streets.next(after: vehicle.driven, right) {
          let phase: Int
          switch (vehicle.phase, isThrough[Int(next.raw)]) {
          case (0, false): phase = 0
          case (0...1, true): phase = 1
          case (_, false): phase = 2
          default: continue
          }
          entries[next] = min(time, entries[next] ?? .max)
          let driven = Array((vehicle.driven + [next]).suffix(memory))
          reach(Vehicle(driven: driven, phase: phase), time + milliseconds(next))
        }
      }
    }
    return entries
  }

  /// The directions of a link in which journeys begin and end.
  private func ways(_ link: Int) -> [DirectedLink] {
    [false, true].map { DirectedLink(link, isBackward: $0) }.filter { isConnected[Int($0.raw)] }
  }

  private func milliseconds(_ way: DirectedLink) -> Int { Int(times.milliseconds[Int(way.raw)]) }

  private func part(_ position: StreetPosition, _ way: DirectedLink) -> Double {
    way.isBackward ? 1 - position.fraction : position.fraction
  }

  private func beginning(_ way: DirectedLink, _ part: Double) -> Int {
    Int((Double(milliseconds(way)) * part).rounded())
  }
}

extension StreetGraph {
  /// The links that may be driven after others, by the letter of every rule.
  public func next(after driven: [DirectedLink], _ right: StreetRight) -> [DirectedLink] {
    guard let last = driven.last else { return [] }
    let node = head(of: last)
    return links.indices.flatMap {
      [DirectedLink($0, isBackward: false), DirectedLink($0, isBackward: true)]
    }.filter { next in
      guard tail(of: next) == node, passage(next)[right] != .no else { return false }
      if nodeBarriers[node].contains(right), next != last.reversed { return false }
      return !forbiddenPaths.contains { path in
        path.rights.contains(right) && (driven + [next]).suffix(path.links.count) == path.links[...]
      }
    }
  }
}
