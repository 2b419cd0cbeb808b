import Findings
import Geography
import PrincipalRoads
import Routing
import Testing
import TransitRouting

@testable import SeedFacts
@testable import Surroundings

@Suite struct ProximityTests {
  /// A road with the reference A4 along 50.85°, its second end known to 150 m, and an exit of the R0.
  private func surroundings() throws -> Surroundings {
    let nodes = """
      node_id,lat,lon,kind,ref,name,source,precision_m
      a,50.85,4.35,junction,,Alpha,test,100
      b,50.85,4.36,exit,2,Beta,test,150
      c,50.90,4.36,exit,3,Gamma,test,100

      """
    let ways = """
      way_id,nodes,highway,oneway,maxspeed,ref
      w,a b,motorway,no,90,A4;E411
      v,b c,primary,no,70,N9

      """
    var network = street(["Delta", "Merode"], lines: [tram("1", [0, 1])], precision: 30)
    network.lines[0].mode = .metro
    return Surroundings(network, try PrincipalRoads(nodes: nodes, ways: ways))
  }

  private func facts(
    _ rows: String, _ records: [SiteRecord]
  ) throws -> [Fact] {
    let header = "site_id,words,target_kind,target,target_name,within_m,tension\n"
    let roads = try PrincipalRoads()
    return ProximityFacts(
      surroundings: try surroundings(), walking: StraightLineTravel(),
      car: CarTravel(try roads.graph())
    ).facts(try DocumentProximity.read(table(header + rows)), records)
  }

  /// 561.7 ± (30 + 100) m is not within 300 m; with 231.7 m more it may be.
  @Test func aStationThatIsNotBesideIsFlagged() throws {
    let rows = "s,beside Delta,station,Delta,Delta station,300,several hundred metres\n"
    let place = Coordinate(latitude: 50.85, longitude: 4.358)
    let far = try facts(rows, [record(at: place, precision: 100)])[0]
    #expect(far.agreement == .differs)
    #expect(far.contradiction == "several hundred metres")
    // 561.7 × 1.3 / (4.8 / 3.6) = 547.7 s
    #expect(far.note.contains("9 min on foot"))
    #expect(far.note.contains("nearest metro or railway station: Merode, 140 m"))
    let open = try facts(rows, [record(at: place, precision: 400)])[0]
    #expect(open.agreement == .undecided)
    #expect(open.contradiction == nil)
    let missing = try facts(rows, [])[0]
    #expect(missing.agreement == .notComputable)
    #expect(missing.note.contains("no record s"))
  }

  /// Of two in the second ring one is 140 m from Merode and the other 5 km from everything.
  @Test func strategicPointsAreAShareOfTheSecondRing() throws {
    let records = [
      record(
        "a", at: .init(latitude: 50.85, longitude: 4.358), precision: 100, zone: "second ring"),
      record("b", at: .init(latitude: 50.80, longitude: 4.30), precision: 100, zone: "second ring"),
      record("c", at: .init(latitude: 50.85, longitude: 4.358), zone: "pentagon"),
    ]
    let rows = "a,near,road,A4,the E411,2000,\n"
    let share = try #require(try facts(rows, records).last)
    #expect(share.ours == Estimate(50))
    #expect(share.agreement == .differs)
  }

  @Test func everyMistakeIsNamedWithItsLine() {
    #expect(
      findings { () throws(Failure) in
        try DocumentProximity.read(
          table(
            "site_id,words,target_kind,target,target_name,within_m,tension\n,near,river,R,R,0,\n"))
      } == [
        "t.csv:2 missing_value site_id", "t.csv:2 unknown_word target_kind",
        "t.csv:2 invalid_number within_m",
      ])
  }
}
