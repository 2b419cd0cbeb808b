import Geography
import TestSupport
import Testing
import TransitRouting

@testable import Surroundings

@Suite struct SureLineTests {
  /// Random lines of trams, some of them only partly or not on their own, some drawn with bends.
  private func courses(_ random: inout SeededGenerator) throws -> LineCourses {
    func place() -> Coordinate {
      Coordinate(
        latitude: .random(in: 50.80...50.90, using: &random),
        longitude: .random(in: 4.30...4.45, using: &random))
    }
    var network = ServedNetwork(
      name: "random", places: (0..<30).map { _ in .init(name: "", coordinate: place()) },
      lines: (0..<8).map { line in
        tram("\(line)", (0..<5).map { _ in Int.random(in: 0..<30, using: &random) })
      })
    for line in network.lines {
      for (a, b) in zip(line.patterns[0], line.patterns[0].dropFirst()) where a < b {
        let ends = [a, b].map { network.places[$0].coordinate }
        network.courses[.init(from: a, to: b)] = [ends[0], place(), ends[1]]
      }
    }
    return LineCourses(
      network,
      try attributes(
        "STIB,tram,1,,,no,test,\nSTIB,tram,2,,,partly,test,\nSTIB,tram,,,,yes,test,\n"))
  }

  @Test("the nearest line is that of all stops and sections, near and far", arguments: 0..<20)
  func nearest(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let courses = try courses(&random)
    let lines = SureLines(courses)
    for _ in 0..<50 {
      let place = Coordinate(
        latitude: .random(in: 50.5...51.2, using: &random),
        longitude: .random(in: 4.0...4.8, using: &random))
      let sections = courses.sections(from: place, uncertaintyMeters: 0)
      let stops = courses.stops.map { stop in
        let point = courses.network.places[stop.place].coordinate
        return (place.nearest(onSegmentFrom: point, to: point).meters, stop.rightOfWay)
      }
      let all = sections.map { ($0.meters, $0.rightOfWay) } + stops
      let least = all.filter { $0.1 == .yes }.map(\.0).min()
      #expect(lines.nearest(to: place)?.meters == least)
      #expect(least != nil)
    }
  }

  /// A metro without a row has its own right of way only where that is assumed; a tram never.
  @Test func metrosWithoutARowMayBeAssumedToHaveTheirOwn() throws {
    var network = street(["A", "B", "C"], lines: [tram("1", [0, 1]), tram("2", [1, 2])])
    network.lines[0].mode = .metro
    let table = try attributes("Other,rail,,,,yes,test,\n")
    let place = Coordinate(latitude: 50.85, longitude: 4.35)
    #expect(SureLines(LineCourses(network, table)).nearest(to: place) == nil)
    let assumed = LineCourses(network, table, assumesRailways: true)
    #expect(assumed.assumedLines == [0])
    #expect(SureLines(assumed).nearest(to: place)?.line == 0)
    // B ends a section of the metro, C does not.
    #expect(assumed.stops.map(\.place) == [0, 1])
    #expect(assumed.unlistedLines.count == 2)
  }
}
