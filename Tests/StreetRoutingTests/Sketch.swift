import Geography
import TestSupport
import Testing

@testable import StreetRouting

/// Streets written down by the letters of their nodes.
///
/// `A-B 100` is a street of 100 m both ways, `A>B 100` one in that direction only; `private`,
/// `steps`, `pushed` and `ferry` may follow. Its directions are called `AB` and `BA`. A car drives
/// 36 km/h (10 m take a second), a bicycle 18 km/h (5 m), who walks 3.6 km/h (1 m), as who pushes.
struct Sketch {
  let streets: StreetGraph
  private let letters: [Character]

  /// - Parameters:
  ///   - places: of nodes, in steps of 0.001 degrees; others lie on a line far away.
  ///   - forbidden: paths as `AB BC`.
  init(
    _ lines: [String], places: [Character: (x: Int32, y: Int32)] = [:],
    barriers: [Character: StreetRights] = [:], forbidden: [String] = []
  ) throws {
    let words = lines.map { $0.split(separator: " ").map(String.init) }
    let ends = words.map {
      (Character(String($0[0].prefix(1))), Character(String($0[0].suffix(1))))
    }
    let letters = Set(ends.flatMap { [$0.0, $0.1] }).sorted()
    func node(_ letter: Character) -> Int { letters.firstIndex(of: letter) ?? -1 }
    let links = zip(words, ends).map { words, ends in
      Self.link(words, from: node(ends.0), to: node(ends.1))
    }
    self.letters = letters
    let paths = forbidden.map { path in
      StreetGraph.ForbiddenPath(
        links: path.split(separator: " ").map {
          Self.directed($0, links) { node($0) }
        }, rights: .all)
    }
    streets = try StreetGraph(
      nodes: letters.enumerated().map { index, letter in
        let place = places[letter] ?? (Int32(1000 + index), 1000)
        return StreetGraph.Point(latitude: place.y * 10_000, longitude: place.x * 10_000)
      },
      nodeBarriers: letters.map { barriers[$0] ?? [] }, links: links,
      shapeStarts: Array(repeating: 0, count: links.count + 1), shapePoints: [], names: [""],
      forbiddenPaths: paths, source: StreetSource(name: "sketch"))
  }

  func network(_ mode: StreetMode) -> StreetNetwork {
    StreetNetwork(ModeGraph(streets, mode.right), times(mode))
  }

  /// The time by both searches, which must agree with the naive one.
  ///
  /// - Parameters:
  ///   - from, to: a direction of a link, `AB`, and the metres driven on it.
  func seconds(
    _ mode: StreetMode, from: (link: String, meters: Double), to: (link: String, meters: Double),
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Double? {
    let network = network(mode)
    let (origin, goal) = (position(from), position(to))
    let forward = Trip.milliseconds(network, .forward, from: origin, to: goal)
    let backward = Trip.milliseconds(network, .backward, from: origin, to: goal)
    let reference = ReferenceStreets(streets, mode.right, times(mode))
    let expected = reference.milliseconds(from: origin, to: [goal])[0]
    #expect(forward == expected && backward == expected, sourceLocation: sourceLocation)
    return forward.map { Double($0) / 1000 }
  }

  func link(_ name: String) -> DirectedLink {
    Self.directed(name[...], streets.links) { letters.firstIndex(of: $0) ?? -1 }
  }

  /// Whether a journey can begin or end on a link.
  func isConnected(_ name: String, _ right: StreetRight) -> Bool {
    ModeGraph(streets, right).isConnected[link(name).link]
  }

  private func times(_ mode: StreetMode) -> LinkTimes {
    switch mode {
    case .walk: LinkTimes(streets, .walk, speedKilometersPerHour: 3.6)
    case .bike, .eBike:
      LinkTimes(
        streets, mode, speedKilometersPerHour: 18, pushingSpeedKilometersPerHour: 3.6)
    case .car: LinkTimes(carOn: streets)
    }
  }

  private func position(_ end: (link: String, meters: Double)) -> StreetPosition {
    let link = link(end.link)
    let length = Double(streets.links[link.link].lengthCentimeters) / 100
    let part = end.meters / length
    return StreetPosition(
      link: link.link, fraction: link.isBackward ? 1 - part : part,
      place: Coordinate(latitude: 0, longitude: 0), offStreetMeters: 0)
  }

  private static func link(_ words: [String], from: Int, to: Int) -> StreetLink {
    let access: StreetAccess = words.contains("private") ? .destination : .yes
    let isFerry = words.contains("ferry")
    let forward = Passage(
      carSpeedTenths: isFerry ? 180 : 360,
      bicyclePercent: words.contains("pushed") ? Passage.pushed : 100,
      footPercent: words.contains("steps") ? 50 : 100, foot: access, bicycle: access, car: access)
    return StreetLink(
      from: Int32(from), to: Int32(to), lengthCentimeters: (Int32(words[1]) ?? 0) * 100,
      roadClass: isFerry ? .ferry : .residential, forward: forward,
      backward: words[0].contains(">") ? .closed : forward)
  }

  private static func directed(
    _ name: Substring, _ links: [StreetLink], _ node: (Character) -> Int
  ) -> DirectedLink {
    let ends = name.map { Int32(node($0)) }
    if let link = links.firstIndex(where: { $0.from == ends[0] && $0.to == ends[1] }) {
      return DirectedLink(link, isBackward: false)
    }
    return DirectedLink(
      links.firstIndex { $0.to == ends[0] && $0.from == ends[1] } ?? -1, isBackward: true)
  }
}
