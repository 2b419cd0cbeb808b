import Foundation
import Testing

@testable import ModelNetwork

@Suite struct EmbeddedTablesTests {
  /// The cells of each row after the heading.
  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Straight-line kilometres, flat over a country of this size.
  private func kilometers(_ from: Station, _ to: Station) throws -> Double {
    let latitudes = (try #require(Double(from.latitude)), try #require(Double(to.latitude)))
    let longitudes = (try #require(Double(from.longitude)), try #require(Double(to.longitude)))
    let north = (latitudes.1 - latitudes.0) * 111.2
    let east = (longitudes.1 - longitudes.0) * 111.2 * cos(latitudes.0 * .pi / 180)
    return (north * north + east * east).squareRoot()
  }

  @Test func everyLineRunsBetweenItsEnds() throws {
    let network = try ModelNetwork()
    let files = Dictionary(
      uniqueKeysWithValues: network.gtfsFiles().map { ($0.name, rows($0.text)) })
    let trips = try #require(files["trips.txt"])
    #expect(Set(trips.map { $0[0] }) == Set(network.lines.map(\.identifier)))
    #expect(Set(trips.map { $0[2] }).count == trips.count)
    let stopTimes = try #require(files["stop_times.txt"])
    let calls = Dictionary(
      uniqueKeysWithValues: network.lines.map { ($0.identifier, $0.calls.count) })
    #expect(stopTimes.count == trips.reduce(0) { $0 + (calls[$1[0]] ?? 0) })
  }

  @Test func everyStationIsServed() throws {
    let network = try ModelNetwork()
    let served = Set(network.lines.flatMap(\.calls).map(\.station))
    #expect(network.stations.map(\.identifier).filter { !served.contains($0) } == [])
  }

  @Test func linesRunAtPlausibleSpeeds() throws {
    let network = try ModelNetwork()
    let stations = Dictionary(
      uniqueKeysWithValues: network.stations.map { ($0.identifier, $0) })
    for line in network.lines {
      let limit = line.mode == .train ? 170.0 : 60.0
      for (from, to) in zip(line.calls, line.calls.dropFirst()) {
        let distance = try kilometers(
          try #require(stations[from.station]), try #require(stations[to.station]))
        let speed = distance * 3600 / Double(to.elapsedSeconds - from.elapsedSeconds)
        #expect(
          speed > 5 && speed < limit,
          "\(line.identifier): \(from.station) to \(to.station) at \(speed) km/h")
      }
    }
  }

  @Test func commutersSumToTheCensus() {
    let commuters = rows(ModelNetwork.commutersCSV)
    #expect(commuters.count == 42)
    // Residents of the 42 other arrondissements who work in arrondissement 21000.
    #expect(commuters.compactMap { Int($0[1]) }.reduce(0, +) == 393_790)
  }

  @Test func everyArrondissementHasAMunicipality() throws {
    let municipalities = rows(ModelNetwork.municipalitiesCSV)
    let codes = try municipalities.map { try #require(Int($0[0])) }
    #expect(Set(codes).count == codes.count)
    let homes = try rows(ModelNetwork.commutersCSV).map { try #require(Int($0[0])) }
    #expect(Set(codes.map { $0 / 1000 * 1000 }) == Set(homes))
    #expect(!homes.contains(21000))
  }

  @Test func municipalitiesLieInBelgiumWithInhabitants() throws {
    for row in rows(ModelNetwork.municipalitiesCSV) {
      try #require(row.count == 7)
      #expect((1...600_000).contains(try #require(Int(row[3]))), "\(row)")
      #expect((1000...9999).contains(try #require(Int(row[4]))), "\(row)")
      #expect((2.5...6.4).contains(try #require(Double(row[5]))), "\(row)")
      #expect((49.4...51.6).contains(try #require(Double(row[6]))), "\(row)")
    }
  }

  @Test func aMunicipalityIsWithinReachOfAStation() throws {
    let network = try ModelNetwork()
    for row in rows(ModelNetwork.municipalitiesCSV) {
      let centre = Station(identifier: row[0], name: row[1], latitude: row[6], longitude: row[5])
      let nearest = try network.stations.map { try kilometers(centre, $0) }.min() ?? .infinity
      #expect(nearest < 6, "\(row[1]) is \(nearest) km from a station")
    }
  }
}
