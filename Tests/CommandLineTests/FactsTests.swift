import Foundation
import TestSupport
import Testing

@Suite("antenne facts")
struct FactsTests {
  private struct Facts: Decodable {
    struct Fact: Decodable {
      struct Estimate: Decodable {
        var best: Double
      }
      var title: String
      var agreement: String
      var ours: Estimate?
      var contradiction: String?
    }
    var isModelNetwork: Bool
    var facts: [Fact]
  }

  @Test("without a network it prints every figure and says that the lines are a model")
  func builtIn() throws {
    let text = try Program.run("facts")
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("59 + 18 + 9"))
    #expect(text.output.contains("89,468"))
    #expect(text.output.contains("the built-in model network"))
    #expect(text.output.contains("! locations of Fosbury & Sons: "))
    let json = try Program.run("facts", "--json")
    let facts = try JSONDecoder().decode(Facts.self, from: Data(json.output.utf8))
    #expect(facts.isModelNetwork)
    #expect(facts.facts.first { $0.title == "floor area of table 1" }?.ours?.best == 89_468)
    // The same bytes each time.
    #expect(try Program.run("facts", "--json").output == json.output)
  }

  @Test("another city's sites and lines are read in their place")
  func otherFiles() throws {
    let folder = try TemporaryFolder()
    let sites = try folder.write("s.csv", "id,lat,lon,zone\na,50.845,4.357,second ring\n")
    let lines = try folder.write(
      "l.csv",
      """
      operator,mode,route_short_name,section_from,section_to,own_right_of_way,source,note
      ,funicular,,,,yes,test,

      """)
    let result = try Program.run("facts", "--sites", sites, "--line-attributes", lines, "--json")
    #expect(result.status == 0, "\(result.errors)")
    let facts = try JSONDecoder().decode(Facts.self, from: Data(result.output.utf8))
    #expect(
      facts.facts.first { $0.title == "less than 200 m to a line" }?.agreement == "incomplete")
    #expect(
      facts.facts.first { $0.title == "Transforma to the E40" }?.agreement == nil
        && facts.facts.contains {
          $0.title == "transforma-evere to the E40" && $0.agreement == "not computable"
        })
  }

  @Test("mistakes of several files are told together, with their lines")
  func mistakes() throws {
    let folder = try TemporaryFolder()
    let sites = try folder.write("s.csv", "id,lat,lon\na,99,4.357\n")
    let lines = try folder.write(
      "l.csv",
      "operator,mode,route_short_name,section_from,section_to,own_right_of_way,source,note\n,car,,,,yes,t,\n"
    )
    let result = try Program.run("facts", "--sites", sites, "--line-attributes", lines)
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("s.csv:2: error: "))
    #expect(result.errors.contains("l.csv:2: error: "))
    #expect(try Program.run("facts", "--sites", folder.file("none.csv")).status == 66)
    #expect(try Program.run("facts", "--date", "2019-10-29").status == 64)
  }
}
