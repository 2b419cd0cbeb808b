import AntenneServer
import Foundation
import TestSupport
import Testing

/// What the API says of runs that are there.
struct RunAnswerTests {
  @Test func runsAreFoundByTheirPathBelowTheFolder() async throws {
    let server = try await RunningServer.withRuns([
      "broken/results.json": "{}", ".hidden/results.json": StoredRun.json(), "s.yaml": "name: s\n",
      "deep/1/2/3/4/results.json": StoredRun.json(),
    ])
    let list = try await server.client.get("/api/v1/runs").json()
    let runs = try #require(list["runs"] as? [[String: Any]])
    #expect(runs.map { $0["id"] as? String } == ["a", "b/c", "broken"])
    let head = try #require(runs[1]["head"] as? [String: Any])
    #expect(head["name"] as? String == "Second")
    #expect(head["people"] as? Double == 40)
    #expect(head["hasModelTimetable"] as? Bool == true)
    #expect((runs[2]["problem"] as? String)?.contains("not a result of 'antenne run'") == true)
    // The fifth level is not looked at, and that is said.
    #expect(list["isTruncated"] as? Bool == true)
  }

  @Test func aRunIsToldWithoutItsRowsAndWithItsScenario() async throws {
    let server = try await RunningServer.withRuns(["s.yaml": "", "b/s.yaml": "", "b/t.yaml": ""])
    let first = try await server.client.get("/api/v1/runs/a").json()
    #expect(first["scenarioID"] as? String == "s.yaml")
    #expect((first["totals"] as? [String: Any])?["hoursSavedPerDay"] as? Double == 11)
    #expect((first["notes"] as? [Any])?.count == 1)
    // Of two files of the name the one in the run's own folder is meant.
    let second = try await server.client.get("/api/v1/runs/b%2Fc").json()
    #expect(second["scenarioID"] as? String == "b/s.yaml")
  }

  @Test func aMapHasHomesOverAllOffices() async throws {
    let server = try await RunningServer.withRuns()
    let places = try await server.client.get("/api/v1/runs/a/places").json()
    let homes = try #require(places["homes"] as? [[String: Any]])
    #expect(homes.map { $0["id"] as? String } == ["h1", "h2"])
    #expect(homes.map { $0["savedSecondsOneWay"] as? Double } == [600, 120])
    #expect((places["sites"] as? [Any])?.count == 2)
    #expect((places["offices"] as? [Any])?.count == 1)
  }

  @Test func aMunicipalityHasItsDistributionSitesAndItineraries() async throws {
    let server = try await RunningServer.withRuns()
    let answer = try await server.client.get("/api/v1/runs/a/municipalities/21001").json()
    let group = try #require(answer["group"] as? [String: Any])
    #expect(group["people"] as? Double == 40)
    // 2 minutes lie in the bin from 0 to 5, 10 minutes in that from 10 to 15; between them nobody.
    let bins = try #require(group["savings"] as? [[String: Any]])
    #expect(bins.map { $0["fromMinutes"] as? Int } == [0, 5, 10])
    #expect(bins.map { $0["people"] as? Double } == [10, 0, 30])
    // 40 minutes for all to the office; 30 and 38 to the sites.
    #expect((group["central"] as? [[String: Any]])?.map { $0["people"] as? Double } == [40])
    #expect((group["best"] as? [[String: Any]])?.map { $0["people"] as? Double } == [40])
    let sites = try #require(group["sites"] as? [[String: Any]])
    #expect(sites.map { $0["id"] as? String } == ["s1", "s2"])
    #expect((group["itineraries"] as? [Any])?.count == 1)
  }

  @Test func aSiteHasThosePeopleForWhomItIsBest() async throws {
    let server = try await RunningServer.withRuns()
    let near = try await server.client.get("/api/v1/runs/a/sites/s1").json()
    let group = try #require(near["group"] as? [String: Any])
    #expect((group["rows"] as? [[String: Any]])?.map { $0["id"] as? String } == ["h1"])
    #expect((group["itineraries"] as? [Any])?.count == 1)
    let far = try await server.client.get("/api/v1/runs/a/sites/s2").json()
    #expect(((far["group"] as? [String: Any])?["itineraries"] as? [Any])?.isEmpty == true)
  }

  @Test func aHomeHasARowForEachOffice() async throws {
    let server = try await RunningServer.withRuns()
    let home = try await server.client.get("/api/v1/runs/a/homes/h2").json()
    let group = try #require(home["group"] as? [String: Any])
    #expect((group["rows"] as? [[String: Any]])?.map { $0["office"] as? String } == ["o"])
    #expect(group["people"] as? Double == 10)
  }

  @Test func aComparisonIsSecondMinusFirst() async throws {
    let server = try await RunningServer.withRuns()
    let answer = try await server.client.get("/api/v1/comparison?first=a&second=b%2Fc").json()
    let comparison = try #require(answer["comparison"] as? [String: Any])
    let origins = try #require(comparison["origins"] as? [[String: Any]])
    // 30 minutes in the first run, 27 in the second.
    #expect((origins[0]["best"] as? [String: Any])?["difference"] as? Double == -180)
    #expect((origins[1]["best"] as? [String: Any])?["difference"] as? Double == 0)
  }

  @Test func filesAreOfferedByNameAndSentAsThatAndNothingElse() async throws {
    let server = try await RunningServer.withRuns([
      "a/origins.csv": "id\n=1+1\n", "a/report.html": "<p>", "a/.secret.csv": "x",
      "a/é;\".csv": "y",
    ])
    let list = try await server.client.get("/api/v1/runs/a/files").json()
    let names = (list["files"] as? [[String: Any]])?.compactMap { $0["name"] as? String }
    #expect(names == ["origins.csv", "results.json", "é;\".csv"])
    let file = try await server.client.get("/api/v1/runs/a/files/origins.csv")
    #expect(file.text == "id\n=1+1\n")
    #expect(file.headers["content-type"] == "text/csv; charset=utf-8")
    #expect(file.headers["content-disposition"] == "attachment; filename*=UTF-8''origins.csv")
    let odd = try await server.client.get("/api/v1/runs/a/files/%C3%A9%3B%22.csv")
    #expect(odd.text == "y")
    #expect(odd.headers["content-disposition"]?.hasSuffix("''%C3%A9%3B%22.csv") == true)
    for name in ["report.html", ".secret.csv", "..%2Fa%2Forigins.csv", "none.csv"] {
      #expect(try await server.client.get("/api/v1/runs/a/files/\(name)").code == "unknown_file")
    }
  }

  @Test func aReportSpeaksTheLanguageThatIsAskedFor() async throws {
    let server = try await RunningServer.withRuns()
    for language in ["nl", "fr", "en"] {
      let report = try await server.client.get("/api/v1/runs/a/report?language=\(language)")
      #expect(report.text.contains("lang=\"\(language)\""))
      #expect(report.headers["content-security-policy"]?.contains("script-src") == false)
      #expect(report.headers["content-security-policy"]?.hasSuffix("sandbox") == true)
    }
    let other = try await server.client.get("/api/v1/runs/a/report?language=de")
    #expect(other.code == "invalid_parameter")
  }

  @Test func aRunThatChangesOnDiskIsReadAgain() async throws {
    let server = try await RunningServer.withRuns()
    _ = try await server.client.get("/api/v1/runs/a")
    try server.folder.write("a/results.json", StoredRun.json(name: "Another name"))
    let again = try await server.client.get("/api/v1/runs/a").json()
    #expect((again["scenario"] as? [String: Any])?["name"] as? String == "Another name")
  }
}
