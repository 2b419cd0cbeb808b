import Foundation
import Geography
import TestSupport
import Testing

@testable import StreetRouting

/// The nearest street against a look at every straight piece.
struct StreetIndexTests {
  @Test("finds the nearest piece of all, inside and outside the streets' box")
  func equalsScan() throws {
    var (found, beyond) = (0, 0)
    for seed in UInt64(0)..<300 {
      var random = SeededGenerator(seed: seed)
      let streets = try lines(seed, &random)
      let index = StreetIndex(ModeGraph(streets, .foot))
      let (low, high) = (streets.nodes[0].coordinate, streets.nodes[1].coordinate)
      for _ in 0..<40 {
        let place = Coordinate(
          latitude: min(90, Double.random(in: low.latitude...high.latitude, using: &random)),
          longitude: Double.random(in: low.longitude...high.longitude, using: &random))
        let limits = [100.0, 1000, 20_000, 1e9]
        let limit = limits.randomElement(using: &random) ?? 1000
        let distances = streets.links.indices.map { distance(place, streets, $0) }
        let nearest = try #require(distances.min())
        let position = index.nearest(to: place, withinMeters: limit)
        guard let position else {
          #expect(nearest > limit * 0.999_999, "seed \(seed): nothing at \(place)")
          beyond += 1
          continue
        }
        found += 1
        #expect(nearest <= limit * 1.000_001)
        #expect(abs(position.offStreetMeters - nearest) < 1e-4, "seed \(seed): \(place)")
        #expect(abs(distances[position.link] - nearest) < 1e-4, "seed \(seed): \(place)")
        #expect(abs(meters(place, position.place) - nearest) < 1e-4)
        checkFraction(position, streets)
      }
    }
    #expect(found > 3000 && beyond > 1000)
  }

  @Test("of streets that are equally near the first one is taken")
  func ties() throws {
    let streets = try graph([
      [(10, 10), (10, 30)], [(0, 20), (20, 20)], [(0, 20), (20, 20)], [(30, 30), (10, 30)],
      [(20, 20), (40, 20)],
    ])
    let index = StreetIndex(ModeGraph(streets, .foot))
    // Half a step east of the crossing the second and third streets lie below; both the same.
    let place = StreetGraph.Point(latitude: 200_500, longitude: 50_000).coordinate
    let position = try #require(index.nearest(to: place, withinMeters: 1000))
    #expect(position.link == 1)
    #expect(abs(position.fraction - 0.25) < 1e-6)
  }

  @Test("nothing is near a place that is none, nor in a graph without streets")
  func nothing() throws {
    let streets = try graph([[(0, 0), (10, 10)]])
    let index = StreetIndex(ModeGraph(streets, .foot))
    let here = Coordinate(latitude: 0, longitude: 0)
    #expect(index.nearest(to: here, withinMeters: 0) != nil)
    #expect(index.nearest(to: here, withinMeters: -1) == nil)
    #expect(index.nearest(to: here, withinMeters: .nan) == nil)
    let nowhere = Coordinate(latitude: .nan, longitude: 0)
    #expect(index.nearest(to: nowhere, withinMeters: .infinity) == nil)
    #expect(StreetIndex(ModeGraph(streets, .car)).nearest(to: here, withinMeters: 1e9) == nil)
    // From the pole, every meridian is as near as the latitude.
    let pole = Coordinate(latitude: 90, longitude: 0)
    #expect(index.nearest(to: pole, withinMeters: .infinity) != nil)
  }

  @Test("motorways, slip roads, ferries and islands are no place to begin")
  func placesToBegin() throws {
    let classes: [RoadClass] = [.motorway, .motorwayLink, .trunkLink, .ferry, .residential]
    // Streets side by side, joined at both ends; the place lies on the first.
    let streets = try graph(classes.indices.map { [(0, 0), (10, 1 + $0), (20, 0)] }, classes)
    let index = StreetIndex(ModeGraph(streets, .foot))
    let position = index.nearest(
      to: StreetGraph.Point(latitude: 10_000, longitude: 100_000).coordinate, withinMeters: 5000)
    #expect(position?.link == 4)
  }

  @Test("a street over the 180th meridian does not lie all round the Earth")
  func antimeridian() throws {
    // From 179.9 to 179.98 to -179.98 to -179.9 degrees, on the equator.
    let streets = try graph([[(179_900, 0), (179_980, 0), (-179_980, 0), (-179_900, 0)]])
    let index = StreetIndex(ModeGraph(streets, .foot))
    func nearest(_ longitude: Double, _ limit: Double) -> StreetPosition? {
      index.nearest(to: Coordinate(latitude: 0, longitude: longitude), withinMeters: limit)
    }
    #expect(nearest(0, 1_000_000) == nil)
    // The pieces are 0.08, 0.04 and 0.08 degrees of 0.2: the last one's middle is at 0.16.
    let position = try #require(nearest(-179.94, 10))
    #expect(abs(position.fraction - 0.8) < 1e-5 && position.offStreetMeters < 0.01)
    #expect(try abs(#require(nearest(179.94, 10)).fraction - 0.2) < 1e-5)
    // On the meridian the ends of the pieces beside it are nearest: 0.02 degrees, 2223.9 m.
    #expect(nearest(180, 2000) == nil && nearest(180, 2500) != nil)
    // A street that only crosses it has no piece at all.
    let crossing = try graph([[(179_980, 0), (-179_980, 0)]])
    #expect(
      StreetIndex(ModeGraph(crossing, .foot)).nearest(
        to: Coordinate(latitude: 0, longitude: 0), withinMeters: 1e9) == nil)
  }

  // MARK: - Graphs

  /// Streets of up to four pieces between random places in a box, at many latitudes; long ones too.
  private func lines(
    _ seed: UInt64, _ random: inout SeededGenerator
  ) throws -> StreetGraph {
    let latitude = [0.0, 50.8, -33, 69, 89.5][Int(seed % 5)]
    // Degrees: from 200 m to 100 km.
    let size = [0.002, 0.05, 1.0][Int(seed / 5 % 3)]
    func point() -> StreetGraph.Point {
      StreetGraph.Point(
        Coordinate(
          latitude: min(90, latitude + Double.random(in: 0...size, using: &random)),
          longitude: 4 + Double.random(in: 0...size, using: &random)))
    }
    // The first two nodes are the corners of where places are looked for: three times the box.
    let corners = [-size, 2 * size].map {
      StreetGraph.Point(Coordinate(latitude: min(90, latitude + $0), longitude: 4 + $0))
    }
    let count = Int.random(in: 1...40, using: &random)
    var nodes = corners
    var (links, starts, shapes) = ([StreetLink](), [Int32(0)], [StreetGraph.Point]())
    nodes.append(point())
    for index in 0..<count {
      nodes.append(point())
      for _ in 0..<Int.random(in: 0...3, using: &random) { shapes.append(point()) }
      starts.append(Int32(shapes.count))
      links.append(street(from: 2, to: index + 3))
    }
    return try StreetGraph(
      nodes: nodes, nodeBarriers: Array(repeating: [], count: nodes.count), links: links,
      shapeStarts: starts, shapePoints: shapes, names: [""], forbiddenPaths: [],
      source: StreetSource(name: "lines \(seed)"))
  }

  /// Streets along points in steps of 0.001 degrees, which are joined where they have the same ends.
  private func graph(
    _ lines: [[(x: Int, y: Int)]], _ classes: [RoadClass]? = nil
  ) throws -> StreetGraph {
    func point(_ step: (x: Int, y: Int)) -> StreetGraph.Point {
      .init(latitude: Int32(10_000 * step.y), longitude: Int32(10_000 * step.x))
    }
    var nodes: [StreetGraph.Point] = []
    func node(_ place: StreetGraph.Point) -> Int {
      if let node = nodes.firstIndex(of: place) { return node }
      nodes.append(place)
      return nodes.count - 1
    }
    var (links, starts, shapes) = ([StreetLink](), [Int32(0)], [StreetGraph.Point]())
    for (index, line) in lines.enumerated() {
      let points = line.map(point)
      var link = street(from: node(points[0]), to: node(points[points.count - 1]))
      if let classes { link.roadClass = classes[index] }
      links.append(link)
      shapes += points.dropFirst().dropLast()
      starts.append(Int32(shapes.count))
    }
    return try StreetGraph(
      nodes: nodes, nodeBarriers: Array(repeating: [], count: nodes.count), links: links,
      shapeStarts: starts, shapePoints: shapes, names: [""], forbiddenPaths: [],
      source: StreetSource(name: "lines"))
  }

  private func street(from: Int, to: Int) -> StreetLink {
    StreetLink(
      from: Int32(from), to: Int32(to), lengthCentimeters: 100, roadClass: .residential,
      forward: Passage(foot: .yes), backward: Passage(foot: .yes))
  }

  // MARK: - The naive scan

  /// The least distance to any piece of a link, by golden sections of each.
  private func distance(_ place: Coordinate, _ streets: StreetGraph, _ link: Int) -> Double {
    let points = streets.points(of: DirectedLink(link, isBackward: false)).map(\.coordinate)
    return zip(points, points.dropFirst()).map { from, to in
      func at(_ share: Double) -> Double {
        meters(
          place,
          Coordinate(
            latitude: from.latitude + share * (to.latitude - from.latitude),
            longitude: from.longitude + share * (to.longitude - from.longitude)))
      }
      var (low, high) = (0.0, 1.0)
      for _ in 0..<60 {
        let (first, second) = (low + (high - low) / 3, high - (high - low) / 3)
        if at(first) < at(second) { high = second } else { low = first }
      }
      return min(at(0), at(1), at((low + high) / 2))
    }.min() ?? .infinity
  }

  /// In the plane that touches the Earth at the first place, a sphere of the mean radius.
  private func meters(_ place: Coordinate, _ other: Coordinate) -> Double {
    let radius = 6_371_008.8
    let north = (other.latitude - place.latitude) * .pi / 180 * radius
    let east = (other.longitude - place.longitude) * .pi / 180 * radius
    return hypot(north, east * cos(place.latitude * .pi / 180))
  }

  /// The position lies at its share of the link's length.
  private func checkFraction(_ position: StreetPosition, _ streets: StreetGraph) {
    #expect((0...1).contains(position.fraction))
    let along = RandomStreets.place(streets, position)
    // Lengths are kept in single precision: 100 km to 8 mm.
    #expect(along.distanceMeters(to: position.place) < 0.1)
  }
}
