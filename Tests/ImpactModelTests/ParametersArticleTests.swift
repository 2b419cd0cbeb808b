import Foundation
import ImpactModel
import TestSupport
import Testing

/// The article that lists all parameters is made from them.
@Suite struct ParametersArticleTests {
  private static let article = RealData.package.appendingPathComponent(
    "Sources/ImpactModel/ImpactModel.docc/Parameters.md")

  private static let introduction = """
    # Parameters

    The numbers of the model that neither the timetable nor the streets give, with where they come
    from.

    ## Overview

    Each has a default, a range and a source. The ends of the range are the ends of its bar in a
    tornado, and draws are made between them. A source that begins with *assumption* says that the
    default stands in no text that was read; it may still say between what it was chosen. All others
    were read, if only as the abstract, the table or the news item that is named. Prices are those
    of 2019.

    What was looked for and not found, so that somebody who has it should put it in:

    - the value of time of the Federal Planning Bureau (PLANET): the report of February 2020 and its
      annex of April 2022, table 1, were not within reach
    - SNCB's table of season tickets of February 2019, and how many employers pay all of them
    - what an office worker spends around a Brussels office: the pages on telework in
      Brussels that were found say that it is lost, not how much it is
    - an estimate of a nest parameter for commuting in Belgium

    Two things to mind. `co2_car_g_per_pkm` has the occupancy of 1.2 in it already; whoever changes
    `car_occupancy` changes both. Electric bicycles have no row: kilometres on foot and by bicycle
    are one sum here, and driving one emits a few grams a kilometre (7 Wh of electricity at 349
    g/kWh is 2.4 g).

    | Key | Default | Range | Unit | Source |
    | --- | --- | --- | --- | --- |
    """

  private static var text: String {
    ModelParameters.defaults.reduce(introduction + "\n") { text, parameter in
      let cells = [
        "`\(parameter.name)`", number(parameter.value),
        "\(number(parameter.low)) to \(number(parameter.high))", parameter.unit,
        parameter.source.replacing("*", with: "\\*"),
      ]
      return text + "| " + cells.joined(separator: " | ") + " |\n"
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : String(value)
  }

  @Test("the article lists every parameter as it is; ANTENNE_WRITE_DOCS=1 writes it anew")
  func theArticleListsEveryParameter() throws {
    if ProcessInfo.processInfo.environment["ANTENNE_WRITE_DOCS"] == "1" {
      try Self.text.write(to: Self.article, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOf: Self.article, encoding: .utf8)
    #expect(
      written == Self.text,
      "run swift test --filter ParametersArticleTests with ANTENNE_WRITE_DOCS=1 and commit the article"
    )
  }
}
