import Findings
import Geography
import InputHashes
import SiteBatch
import TestSupport

@testable import Impact
@testable import ImpactModel
@testable import Scenarios

extension Failure {
  var findings: [Finding] {
    if case .unusableData(let findings) = self { findings } else { [] }
  }
}

/// The findings of a body that must fail, as `file:line code`.
func mistakes(_ body: () throws(Failure) -> some Any) -> [String] {
  do throws(Failure) {
    _ = try body()
    return ["no failure"]
  } catch {
    return error.findings.map { finding in
      let name = finding.file.split(separator: "/").last.map(String.init) ?? finding.file
      return name + (finding.line.map { ":\($0)" } ?? "") + " " + finding.code
    }
  }
}

extension Site {
  static func candidate(_ id: String, name: String = "") -> Site {
    Site(
      id: id, name: name, operatorName: "", kinds: [], status: .candidate,
      floorAreaSquareMeters: nil, seatsPerDay: 12.5,
      openingHours: OpeningHours("Mo-Fr 07:00-20:00") ?? .always, openingYear: nil, quarter: "",
      zone: "", municipality: "",
      coordinate: Coordinate(latitude: 50.1, longitude: 4.123_456_789),
      coordinatePrecisionMeters: nil
    )
  }
}

extension BatchRow {
  /// A candidate that saves so many hours, and a third of a person-day.
  static func made(
    _ id: String, hours: Double, name: String = "", gains: [LoneSpace.Gain] = [],
    hasGains: Bool = false
  ) -> BatchRow {
    var effects = Effects()
    effects.hoursPerYear = hours
    effects.siteDaysPerYear = 1.0 / 3
    let space = LoneSpace(
      effects: effects, peopleGaining: 0.1, hoursPerDayOfAll: 1e-7, peopleWithin: [1, 2, 3],
      gains: gains)
    return BatchRow(
      .candidate(id, name: name),
      CandidateEvaluation.Evaluated(
        result: CandidateResult(space, MeanCommute([]) { _ in CommuteTimes.Pair() }),
        gains: gains),
      hasGains: hasGains)
  }
}

extension BatchHeader {
  static func made(
    scenario: String = "Tiny", inputs: [(name: String, text: String)] = [("a.yaml", "a")]
  ) throws -> BatchHeader {
    let folder = try TemporaryFolder()
    return BatchHeader(
      version: "1", scenario: scenario, date: "2019-10-29",
      inputs: try inputs.map { try InputHash(path: try folder.write($0.name, $0.text)) })
  }
}
