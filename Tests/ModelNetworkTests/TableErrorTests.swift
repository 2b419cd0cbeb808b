import ModelNetwork
import Testing

@Suite struct TableErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let row: String
    let message: String
    var testDescription: String { row.isEmpty ? message : row }
  }

  /// The description of the error, or nil where there is none.
  private func problem(
    stations: String = Example.stations, lines: String = Example.lines,
    headways: String = Example.headways
  ) -> String? {
    do {
      _ = try ModelNetwork(stations: stations, lines: lines, headways: headways)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    Case(row: "A,Again,50.8,4.3", message: "station “A” is listed twice"),
    Case(row: "C,,50.8,4.3", message: "a station needs an identifier and a name"),
    Case(row: "C D,Gamma,50.8,4.3", message: "station “C D” has a space in its identifier"),
    Case(row: "C,Gamma,91,4.3", message: "“91” is no latitude"),
    Case(row: "C,Gamma,nan,4.3", message: "“nan” is no latitude"),
    Case(row: "C,Gamma,50.8,east", message: "“east” is no longitude"),
    Case(row: "C,Gamma,50.8", message: "has 3 cells where the heading has 4"),
    Case(
      row: "C, Gamma,50.8,4.3",
      message: "“ Gamma” has a quotation mark, or white space at an end"),
    Case(
      row: "C,\"Gamma\",50.8,4.3",
      message: "“\"Gamma\"” has a quotation mark, or white space at an end"),
    Case(row: "", message: "has 1 cells where the heading has 4"),
  ])
  func aWrongStationIsNamedWithItsLine(_ given: Case) {
    #expect(
      problem(stations: Example.stations + given.row + "\n")
        == "stations.csv:4: \(given.message)")
  }

  @Test(arguments: [
    Case(row: "M1,metro,1,L,000000,A 2 B", message: "line “M1” is listed twice"),
    Case(row: ",metro,1,L,000000,A 2 B", message: "a line needs an identifier"),
    Case(row: "X,bus,1,L,000000,A 2 B", message: "mode “bus” is none of metro, tram, train"),
    Case(row: "X,tram,,L,000000,A 2 B", message: "line “X” needs a short and a long name"),
    Case(row: "X,tram,1,L,red,A 2 B", message: "color “red” is not six hexadecimal digits"),
    Case(row: "X,tram,1,L,000000,A", message: "a path is: station, minutes, station, …, station"),
    Case(row: "X,tram,1,L,000000,A 2", message: "a path is: station, minutes, station, …, station"),
    Case(row: "X,tram,1,L,000000,A 2 Z", message: "unknown station “Z”"),
    Case(row: "X,tram,1,L,000000,A 2 A", message: "station “A” follows itself"),
    Case(
      row: "X,tram,1,L,000000,A -1 B", message: "“-1” before B: minutes must be in 0…600, not 0"),
    Case(row: "X,tram,1,L,000000,A 0 B", message: "“0” before B: minutes must be in 0…600, not 0"),
    Case(row: "X,tram,1,L,000000,A x B", message: "“x” before B: minutes must be in 0…600, not 0"),
  ])
  func aWrongLineIsNamedWithItsLine(_ given: Case) {
    #expect(problem(lines: Example.lines + given.row + "\n") == "lines.csv:3: \(given.message)")
  }

  @Test(arguments: [
    Case(row: "Z,09:00,10:00,10,0", message: "unknown line “Z”"),
    Case(row: "M1,9:00,10:00,10,0", message: "“9:00” is no time such as 07:00 or 24:30"),
    Case(row: "M1,09:00,10:60,10,0", message: "“10:60” is no time such as 07:00 or 24:30"),
    Case(row: "M1,09:00,09:00,10,0", message: "the period ends before it begins"),
    Case(row: "M1,09:00,10:00,0,0", message: "headway “0” is not above 0 minutes"),
    Case(row: "M1,09:00,10:00,-5,0", message: "headway “-5” is not above 0 minutes"),
    Case(row: "M1,09:00,10:00,10,10", message: "offset “10” is not from 0 to below the headway"),
    Case(row: "M1,09:00,10:00,10,-1", message: "offset “-1” is not from 0 to below the headway"),
    Case(row: "M1,07:20,08:00,10,0", message: "overlaps another period of line “M1”"),
  ])
  func aWrongHeadwayIsNamedWithItsLine(_ given: Case) {
    #expect(
      problem(headways: Example.headways + given.row + "\n") == "headways.csv:3: \(given.message)")
  }

  @Test func aDirectionIsZeroOrOne() {
    #expect(
      problem(headways: Example.headways("M1,09:00,10:00,10,0,2"))
        == "headways.csv:2: direction “2” is not 0, 1 or empty")
  }

  @Test func aLineThatNeverDepartsIsAnError() {
    let lines = Example.lines + "M2,metro,2,Beta - Alpha,000000,B 2 A\n"
    #expect(problem(lines: lines) == "headways.csv:2: line “M2” never departs")
  }

  @Test func theHeadingMustBeAsDocumented() {
    #expect(
      problem(stations: "id,name\nA,Alpha\n")
        == "stations.csv:1: the heading must be station_id,name,lat,lon")
    #expect(
      problem(stations: "") == "stations.csv:1: the heading must be station_id,name,lat,lon")
  }

  @Test func aTableWithoutRowsIsAnError() {
    #expect(
      problem(stations: "station_id,name,lat,lon\n")
        == "stations.csv:1: no row follows the heading")
  }

  @Test func theErrorCarriesFileAndLineApart() throws {
    let error = try #require(throws: ModelNetworkError.self) {
      try ModelNetwork(
        stations: Example.stations + "A,Again,50.8,4.3\n", lines: Example.lines,
        headways: Example.headways)
    }
    #expect(error.file == "stations.csv")
    #expect(error.line == 4)
  }
}
