import Geography
import Testing

@testable import SeedFacts
@testable import Surroundings

/// A tram from A to B, 702 m to the east along 50.85°; 0.001° of latitude is 111.2 m.
@Suite struct LineDistanceTests {
  private func courses(
    isDrawn: Bool, _ right: String = "yes", precision: Double = 0
  ) throws -> LineCourses {
    var network = street(["A", "B"], lines: [tram("1", [0, 1])], precision: precision)
    if isDrawn {
      network.courses[.init(from: 1, to: 0)] = [1, 0].map { network.places[$0].coordinate }
    }
    return LineCourses(network, try attributes("STIB,tram,1,,,\(right),test,\n"))
  }

  /// North of the middle of the section.
  private func distance(
    _ courses: LineCourses, latitude: Double, precision: Double?
  ) -> LineDistance {
    LineDistance(
      record(at: .init(latitude: latitude, longitude: 4.355), precision: precision), courses,
      limitMeters: 200)
  }

  /// 111.2 m from the middle of the line and √(111.2² + 351.0²) = 368.2 m from both stops.
  @Test func theLineIsNearerThanItsStops() throws {
    let found = distance(try courses(isDrawn: true), latitude: 50.851, precision: 50)
    #expect(abs((found.section.sureMeters ?? 0) - 111.2) < 0.1)
    #expect(abs((found.stop.sureMeters ?? 0) - 368.2) < 0.1)
    // 111.2 + 50 < 200; 368.2 - 50 ≥ 200.
    #expect(found.section.verdict == .yes)
    #expect(found.stop.verdict == .no)
    #expect(found.section.line == "STIB tram 1")
    #expect(["A", "B"].contains(found.stop.stop))
  }

  /// 111.2 + 88 = 199.2 and 111.2 + 89 = 200.2; 444.8 - 245 = 199.8 and 444.8 - 244 = 200.8.
  @Test(
    "what the precision of the point leaves open is undecided",
    arguments: [
      (50.851, 88.0, LineDistance.Verdict.yes), (50.851, 89, .undecided),
      (50.854, 245, .undecided), (50.854, 244, .no),
    ])
  func precision(latitude: Double, precision: Double, verdict: LineDistance.Verdict) throws {
    let found = distance(try courses(isDrawn: true), latitude: latitude, precision: precision)
    #expect(found.section.verdict == verdict)
  }

  /// A site whose precision is not known has none; a network's adds to it: 111.2 + 89 ≥ 200.
  @Test func theNetworksPrecisionCountsToo() throws {
    #expect(
      distance(try courses(isDrawn: true), latitude: 50.851, precision: nil).section.verdict
        == .yes)
    #expect(
      distance(try courses(isDrawn: true, precision: 89), latitude: 50.851, precision: nil)
        .section.verdict == .undecided)
  }

  /// In the middle of 702.1 m a line that is not drawn may be 0.23 × 702.1 = 161.5 m elsewhere; a
  /// quarter of the way 4 × ¼ × ¾ of that, 121.1 m; at the stop it is where the stop is.
  @Test func aCourseThatIsNotDrawnIsUncertainBetweenItsStops() throws {
    let courses = try courses(isDrawn: false)
    let section = try #require(courses.sections.first)
    let strays = [4.355, 4.3525, 4.35].map {
      section.distance(from: .init(latitude: 50.851, longitude: $0)).uncertaintyMeters
    }
    for (stray, expected) in zip(strays, [161.5, 121.1, 0]) { #expect(abs(stray - expected) < 0.1) }
    // 111.2 + 161.5 ≥ 200
    #expect(distance(courses, latitude: 50.851, precision: 0).section.verdict == .undecided)
  }

  @Test func whatHasItsOwnRightOfWayInPartOnlyDecidesNothing() throws {
    let found = distance(try courses(isDrawn: true, "partly"), latitude: 50.851, precision: 0)
    #expect(found.section.sureMeters == nil)
    #expect(abs((found.section.possibleMeters ?? 0) - 111.2) < 0.1)
    #expect(found.section.verdict == .undecided)
    #expect(
      distance(try courses(isDrawn: true, "no"), latitude: 50.851, precision: 0).section.verdict
        == .no)
  }

  /// 0.05° or 3,511 m apart: the straight line is not the line, but the stops are on it.
  @Test func aLongSectionWithoutAShapeIsLeftOut() throws {
    let network = street(["A", "", "", "", "", "F"], lines: [tram("1", [0, 5])])
    let courses = LineCourses(network, try attributes("STIB,tram,1,,,yes,test,\n"))
    #expect(courses.sections.isEmpty)
    #expect(courses.longSectionCount == 1)
    let found = LineDistance(
      record(at: .init(latitude: 50.851, longitude: 4.35)), courses, limitMeters: 200)
    #expect(found.section.verdict == .yes)
  }

  /// Of four sites one is near, one is not, and two are open: 25 to 75 %, 50 % by the points alone.
  @Test func theShareIsAnInterval() throws {
    let courses = try courses(isDrawn: true)
    let distances = [(50.851, 0.0), (50.851, 100), (50.852, 100), (50.86, 0)].map {
      distance(courses, latitude: $0.0, precision: $0.1).section
    }
    let fact = LineFacts.fact("to a line", distances, courses)
    #expect(fact.ours == Estimate(lowest: 25, best: 50, highest: 75))
    #expect(fact.note == "1 yes, 1 no, 2 undecided of 4 records")
    #expect(fact.agreement == .differs)
  }

  /// The same share says nothing against the claim where a line of the table does not run.
  @Test func aNetworkThatLacksLinesContradictsNothing() throws {
    let network = street(["A", "B"], lines: [tram("1", [0, 1])])
    let courses = LineCourses(
      network, try attributes("STIB,tram,1,,,yes,test,\nSTIB,tram,7,,,yes,test,\n"))
    let far = distance(courses, latitude: 50.9, precision: 0).section
    #expect(LineFacts.fact("to a line", [far], courses).agreement == .incomplete)
  }
}
