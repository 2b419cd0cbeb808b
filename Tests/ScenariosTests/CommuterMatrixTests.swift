import Findings
import ModelNetwork
import TabularText
import TestSupport
import Testing

@testable import Scenarios

@Suite struct LargestRemainderTests {
  @Test func theLargestRemainderIsRoundedUp() {
    // 7 by 20:30:50 is 1.4, 2.1, 3.5: 1 + 2 + 3 = 6, and the one left goes to the .5.
    #expect(LargestRemainder.shares(of: 7, by: [20, 30, 50]) == [1, 2, 4])
    // 11 by 4:1:1 is 7.33, 1.83, 1.83: 7 + 1 + 1 = 9, two left for the two .83.
    #expect(LargestRemainder.shares(of: 11, by: [4, 1, 1]) == [7, 2, 2])
  }

  @Test func ofEqualRemaindersTheEarlierIsRoundedUp() {
    // 10 by 1:1:1 is 3.33 three times.
    #expect(LargestRemainder.shares(of: 10, by: [1, 1, 1]) == [4, 3, 3])
  }

  @Test func nothingIsSharedWithoutWeight() {
    #expect(LargestRemainder.shares(of: 5, by: [0, 0]) == [0, 0])
    #expect(LargestRemainder.shares(of: 5, by: [0, 2]) == [0, 5])
  }

  @Test func theSumIsKeptAndEveryShareIsWithinOneOfTheExactOne() {
    var random = SeededGenerator(seed: 20)
    for _ in 0..<300 {
      let weights = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        Int.random(in: 0...600_000, using: &random)
      }
      let sum = weights.reduce(0, +)
      guard sum > 0 else { continue }
      let total = Int.random(in: 0...400_000, using: &random)
      let shares = LargestRemainder.shares(of: total, by: weights)
      #expect(shares.reduce(0, +) == total)
      for (share, weight) in zip(shares, weights) {
        let exact = Double(total) * Double(weight) / Double(sum)
        #expect(abs(Double(share) - exact) < 1)
      }
    }
  }
}

@Suite struct CommuterMatrixTests {
  private func municipalities(_ rows: String) throws(Failure) -> MunicipalityTable {
    try MunicipalityTable(
      table("NIS_code,name,inhabitants,lon,lat\n" + rows, file: "m.csv"), postcodes: nil)
  }

  private func spread(_ matrix: String, over rows: String) throws(Failure) -> Demand {
    try CommuterMatrix(table(matrix), workZone: "21000").spread(over: municipalities(rows))
  }

  @Test func peopleOfAZoneAreSpreadByInhabitantsAndTheWorkZoneItselfIsLeftOut() throws {
    // Zone 23: 100 by 6000:3000:1000 is 60, 30, 10. Zone 24 has one municipality: 10. The 900 who
    // live in zone 21 itself are not in.
    let demand = try spread(
      "NIS,21000,23000\n21000,900,5\n23000,100,7\n24000,10,0\n",
      over: """
        21004,Brussel,180000,4.35,50.85
        23001,Een,6000,4.4,50.9
        23002,Twee,3000,4.5,50.9
        23003,Drie,1000,4.6,50.9
        24001,Vier,5,4.7,50.9

        """)
    #expect(demand.origins.map(\.id) == ["23001", "23002", "23003", "24001"])
    #expect(demand.origins.map(\.people) == [60, 30, 10, 10])
    #expect(demand.people == 110)
    #expect(demand.origins.allSatisfy { $0.officeID == nil && $0.municipality == $0.id })
    #expect(demand.summary.hasPrefix("110 people who work in zone 21000 and live outside it"))
  }

  @Test func aZoneWithoutMunicipalityIsNamedWithFileAndLine() {
    #expect(
      findings { () throws(Failure) in
        try spread(
          "NIS,21000\n23000,100\n25000,3\n26000,0\n52000,8\n", over: "23001,Een,6000,4.4,50.9\n")
      } == ["t.csv:3 zone_without_municipality NIS", "t.csv:5 zone_without_municipality NIS"])
  }

  @Test(arguments: ["12.5", "-1", "", "many", "9999999999999999999", "1000000001"])
  func whatIsNotACountOfPeopleIsNamedWithItsLine(_ cell: String) {
    #expect(
      findings { () throws(Failure) in
        try spread("NIS,21000\n21000,1\n23000,\(cell)\n", over: "23001,Een,6000,4.4,50.9\n")
      } == ["t.csv:3 invalid_number 21000"])
  }

  @Test func aZoneThatStandsTwiceIsRefusedInsteadOfCountedTwice() {
    #expect(
      findings { () throws(Failure) in
        try spread("NIS,21000\n23000,1\n23000,2\n", over: "23001,Een,6000,4.4,50.9\n")
      } == ["t.csv:3 duplicate_id NIS"])
  }

  @Test func aMissingWorkZoneIsAMissingColumn() {
    #expect(
      findings { () throws(Failure) in try spread("NIS,23000\n23000,1\n", over: "") }
        == ["t.csv:1 missing_column 21000"])
  }

  @Test func aMatrixWithoutCommutersIsRefused() {
    #expect(
      findings { () throws(Failure) in
        try spread("NIS,21000\n21000,7\n23000,0\n", over: "23001,Een,6000,4.4,50.9\n")
      } == ["t.csv no_commuter 21000"])
  }

  @Test func theLargestCountsDoNotOverflow() throws {
    let demand = try spread(
      "NIS,21000\n23000,1000000000\n",
      over: "23001,Een,1000000000,4.4,50.9\n23002,Twee,1000000000,4.4,50.9\n")
    #expect(demand.origins.map(\.people) == [500_000_000, 500_000_000])
  }
}

/// The Census 2011: 393,790 people who work in the Region live outside it.
@Suite struct CensusTests {
  private func check(_ matrix: Table, _ places: MunicipalityTable) throws {
    let demand = try CommuterMatrix(matrix, workZone: "21000").spread(over: places)
    #expect(demand.people == 393_790)
    let home = try #require(matrix.findColumn("NIS"))
    let work = try #require(matrix.findColumn("21000"))
    let byZone = Dictionary(grouping: demand.origins) { String($0.municipality.prefix(2)) + "000" }
      .mapValues { $0.reduce(0) { $0 + $1.people } }
    var zones = 0
    for row in matrix.rows where row.cells[home] != "21000" {
      #expect(byZone[row.cells[home]] == Double(row.cells[work]), "\(row.cells[home])")
      zones += 1
    }
    #expect(zones == 42)
    #expect(byZone.count == 42)
    #expect(demand.origins.allSatisfy { $0.people == $0.people.rounded() })
  }

  @Test func theEmbeddedMatrixKeepsEveryArrondissementsTotal() throws {
    try check(
      table(ModelNetwork.commutersCSV),
      MunicipalityTable(table(ModelNetwork.municipalitiesCSV), postcodes: nil))
  }

  @Test(
    .enabled(
      if: RealData.path("belgium/census2011-commuters-arrondissement.csv") != nil,
      "needs the real data (ANTENNE_DATA)"))
  func theRealMatrixKeepsEveryArrondissementsTotal() throws {
    func real(_ name: String) throws -> Table {
      try Table.read(try #require(RealData.path("belgium/" + name)))
    }
    let postcodes = try PostcodeTable(real("postcodes.csv"))
    let places = try MunicipalityTable(
      real("municipalities-2020-population.csv"), postcodes: postcodes)
    #expect(places.municipalities.count == 581)
    #expect(places.municipalities.reduce(0) { $0 + $1.inhabitants } == 11_492_641)
    try check(real("census2011-commuters-arrondissement.csv"), places)
  }
}
