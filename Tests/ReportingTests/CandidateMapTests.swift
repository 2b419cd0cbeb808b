import Foundation
import Geography
import Reporting
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Candidates for sites on a map.
@Suite struct CandidateMapTests {
  private func place(_ name: String, _ latitude: Double, _ hours: Double) -> CandidateMap.Place {
    .init(
      name: name, coordinate: Coordinate(latitude: latitude, longitude: 4.35),
      hoursSavedPerYear: hours)
  }

  private func map(
    _ first: [CandidateMap.Place], _ others: [CandidateMap.Place] = []
  ) throws -> XMLDocument {
    let square = [(50.80, 4.30), (50.80, 4.40), (50.90, 4.40), (50.90, 4.30)].map {
      Coordinate(latitude: $0.0, longitude: $0.1)
    }
    let svg = CandidateMap(
      title: "Candidates", first: first, others: others,
      offices: [("Central", Coordinate(latitude: 50.845, longitude: 4.36))], region: [[square]],
      municipalities: []
    ).svg
    return try XMLDocument(xmlString: svg)
  }

  private func texts(_ document: XMLDocument, _ path: String) throws -> [String] {
    try document.nodes(forXPath: path).compactMap(\.stringValue)
  }

  @Test func theFirstCarryNumberNameAndHours() throws {
    let document = try map([place("Halle", 50.85, 4_000_000), place("Diegem", 50.88, 2_000_000)])
    let labels = try texts(document, "//*[local-name()='text']")
    #expect(labels.contains("1. Halle: 4,000,000 hours a year"))
    #expect(labels.contains("2. Diegem: 2,000,000 hours a year"))
    #expect(labels.contains("1") && labels.contains("2"))
    #expect(try texts(document, "/*/*[local-name()='desc']") == ["1. Halle; 2. Diegem"])
  }

  @Test func othersAreDarkerTheMoreTheySave() throws {
    // Shares of the best: 90 % is the last of five classes, 10 % the first.
    let document = try map(
      [place("best", 50.85, 100)], [place("near", 50.86, 90), place("little", 50.87, 10)])
    func ink(_ name: String) throws -> String? {
      let circle = "//*[local-name()='circle'][*[starts-with(text(), '\(name):')]]"
      return try texts(document, circle + "/@fill").first
    }
    #expect(try ink("near") == "#0d3b6e")
    #expect(try ink("little") == "#e6eff7")
  }

  @Test func namesAreText() throws {
    let hostile = "<script>alert(1)</script>\"&"
    let document = try map([place(hostile, 50.85, 1)])
    #expect(try document.nodes(forXPath: "//*[local-name()='script']").isEmpty)
    #expect(
      try texts(document, "//*[local-name()='text']").contains("1. \(hostile): 1.0 hours a year"))
  }

  @Test func whatLiesNowhereIsLeftOut() throws {
    let document = try map([place("lost", .nan, 5), place("Halle", 50.85, 4)])
    let labels = try texts(document, "//*[local-name()='text']")
    // It has its line below the map and no marker on it.
    #expect(labels.contains("1. lost: 5.0 hours a year") && !labels.contains("1"))
  }
}
