import Findings
import Foundation
import Testing
import TransitRouting

@testable import Impact
@testable import ImpactModel
@testable import Scenarios

@Suite struct ResultFileTests {
  private func example() async throws -> RunResult {
    try await result(
      .tiny(homes: [("A", 100), ("B", 50), ("D", 1)], offices: [("O", 1)], sites: ["S", "T"]),
      TinyNetwork.example().build())
  }

  private func folder(_ text: String?) throws -> String {
    let path = NSTemporaryDirectory() + "antenne-impact-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try text?.write(
      toFile: path + "/" + RunResult.fileName, atomically: true, encoding: .utf8)
    return path
  }

  private func failure(_ text: String?) throws -> Failure {
    let path = try folder(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try #require(throws: Failure.self) { try RunResult.read(folder: path) }
  }

  @Test func aResultIsReadAsItWasWritten() async throws {
    let text = try await example().json()
    let path = try folder(text)
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try RunResult.read(folder: path).json() == text)
  }

  @Test func equalRunsAreEqualBytes() async throws {
    let first = try await example().json()
    #expect(try await example().json() == first)
  }

  @Test func aResultOfAnotherFormatIsRefusedEvenWithOtherFields() async throws {
    for text in [
      try await example().json().replacing("\"format\" : 1", with: "\"format\" : 2"),
      "{\"format\": 2}",
    ] {
      let failure = try failure(text)
      guard case .unusableData(let findings) = failure else {
        Issue.record("\(failure)")
        continue
      }
      #expect(findings.map(\.code) == ["wrong_result_format"])
      #expect(failure.exitCode == 65)
    }
  }

  @Test(arguments: ["{", "[]", "{\"format\": 1}", ""])
  func whatIsNoResultIsRefused(_ text: String) throws {
    guard case .unusableData(let findings) = try failure(text) else {
      Issue.record("not unusable data")
      return
    }
    #expect(findings.map(\.code) == ["invalid_result"])
  }

  @Test func aFolderWithoutResultIsAMissingInput() throws {
    #expect(try failure(nil).exitCode == 66)
  }

  @Test func everyParameterIsPrintedWithItsSource() async throws {
    var scenario = Scenario.tiny(homes: [("A", 1)], offices: [("O", 1)], sites: ["S"])
    scenario.policy.participation = SourcedNumber(0.4, source: "survey")
    scenario.access.homeMode = .bike
    let summary = try await result(scenario, TinyNetwork.example().build()).scenario
    #expect(summary.file == "tiny.yaml")
    #expect(summary.date == "2019-10-29")
    #expect(summary.arrivalWindow == "08:00-09:30")
    #expect(summary.departureWindow == "16:30-18:30")
    #expect(
      summary.parameters.first { $0.name == "policy.participation" }
        == .init(
          name: "policy.participation", value: "0.4", unit: "share of those who gain",
          source: "survey"))
    let names = summary.parameters.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.contains("access.bike_speed_kmh"))
    #expect(summary.parameters.allSatisfy { !$0.source.isEmpty && !$0.value.isEmpty })
    #expect(
      summary.parameters.first { $0.name == "access.max_minutes" }?.value == "90")
  }

  @Test func everyNumberOfTheModelIsPrintedWithItsRangeAndSource() async throws {
    var scenario = Scenario.tiny(homes: [("A", 1)], offices: [("O", 1)], sites: ["S"])
    scenario.policy.participation = SourcedNumber(0.4, source: "survey", range: 0.25...0.5)
    scenario.week = .spaceDays(SourcedNumber(1.5, source: "poll"))
    scenario.week.officeCap = SourcedNumber(0.2, source: "decree")
    scenario.choice.targets = [.train: SourcedNumber(0.34, source: "FPS")]
    let comparison = try await CommuteComparison.computed(
      scenario, TinyNetwork.example().build(), threads: 1)
    let parameters = comparison.modelParameters()
    func find(_ name: String) -> RunResult.Parameter? { parameters.first { $0.name == name } }
    for parameter in ModelParameters().list {
      let shown = try #require(find("parameters.\(parameter.name)"))
      #expect(shown.unit == parameter.unit && shown.source == parameter.source)
      #expect(Double(shown.high ?? "") == parameter.high, "\(parameter.name)")
    }
    #expect(
      find("parameters.car_occupancy")
        == .init(
          name: "parameters.car_occupancy", value: "1.2", unit: "people a car",
          source: Parameter.carOccupancy.source, low: "1", high: "1.35"))
    // The timetable as it is: no delay but in draws.
    #expect(find("parameters.delay_share")?.value == "0")
    #expect(find("week.policy.space")?.source == "poll")
    #expect(find("week.policy.office")?.value == "3.5")
    #expect(find("week.office_cap")?.source == "decree")
    #expect(find("week.over_cap")?.value == "other weekday")
    #expect(find("choice.targets.train")?.value == "0.34")
    #expect(find("uncertainty.draws")?.value == "200")
    #expect(find("week.office_weekdays.tue")?.value == "1.15")
    #expect(find("week.office_weekdays.sat") == nil)
    #expect(Set(parameters.map(\.name)).count == parameters.count)
    #expect(parameters.allSatisfy { !$0.source.isEmpty && !$0.value.isEmpty })
  }
}
