import Geography
import Routing
import StreetRouting
import Testing

@testable import SeedFacts
@testable import Surroundings

/// Streets that are twice as long as the straight line.
private struct DoubledStreets: TravelModel {
  var fallback: StraightLineTravel { StraightLineTravel(detourFactor: 2) }
  var mode: StreetMode { .walk }
  var basis: TravelBasis { .streets(source: "s", speedKilometersPerHour: 4.8, fallback: "") }

  func places(_ coordinates: [Coordinate]) -> any ReachablePlaces { fallback.places(coordinates) }

  func time(from: Coordinate, to: Coordinate, limitSeconds: Int) -> TravelTime? {
    fallback.time(from: from, to: to, limitSeconds: limitSeconds)
  }
}

@Suite struct WalkFactTests {
  private func courses() throws -> LineCourses {
    LineCourses(
      street(["A", "B"], lines: [tram("1", [0, 1])]), try attributes("STIB,tram,1,,,yes,test,\n"))
  }

  /// 0.001° north of A: 111.2 m in a straight line, 222.4 m or 166.8, so 167 s on foot.
  @Test func onFootADetourCounts() throws {
    let records = [record(at: .init(latitude: 50.851, longitude: 4.35))]
    let facts = LineFacts.facts(records, try courses(), walking: DoubledStreets()).facts
    #expect(facts.map(\.ours) == [100, 100, 0].map { Estimate($0) })
    #expect(facts.last?.note == "0 yes, 1 no, 0 undecided of 1 records")
  }

  @Test func withoutStreetsNothingIsSaidOfWalks() throws {
    let records = [record(at: .init(latitude: 50.851, longitude: 4.35))]
    let facts = LineFacts.facts(records, try courses(), walking: StraightLineTravel()).facts
    #expect(facts.count == 2)
  }
}
