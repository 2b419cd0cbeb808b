import Impact
import Testing

@testable import Reporting

@Suite struct HomeTests {
  /// 1,200.5 people save 27.5 minutes on the way to one office, 300 of the same home lose 10 to another:
  /// (1200.5 × 27.5 − 300 × 10) / 1500.5 = 20.0025 minutes. 1200.5 × 2 × 27.5 / 60 = 1,100.458 hours a
  /// day, 44 times as many a year.
  @Test func peopleOfOneHomeAreOneRowWhateverTheirOffice() throws {
    var result = try SampleResult.make()
    result.origins[1].id = "a"
    result.origins[1].coordinate = result.origins[0].coordinate
    result.origins[1].office = "p"
    let homes = result.homes
    #expect(homes.map(\.id) == ["a", "c"])
    #expect(homes[0].people == 1500.5)
    #expect(homes[0].peopleGaining == 1200.5)
    #expect(homes[0].peopleLosing == 300)
    let saved = try #require(homes[0].savedSecondsOneWay) / 60
    #expect(abs(saved - (1200.5 * 27.5 - 300 * 10) / 1500.5) < 1e-9)
    #expect(abs(homes[0].hoursSavedPerDay - 1100.458_333) < 1e-5)
    #expect(abs(homes[0].hoursSavedPerYear - 44 * homes[0].hoursSavedPerDay) < 1e-6)
    #expect(homes[0].central.oneWay == 3600)
    #expect(homes[1].peopleNotCompared == 10)
    #expect(homes[1].central.oneWay == nil)
    #expect(homes[1].savedSecondsOneWay == nil)
  }

  @Test func homesOfOneNameInTwoPlacesStayTwo() throws {
    var result = try SampleResult.make()
    result.origins[1].id = "a"
    #expect(result.homes.count == 3)
  }

  @Test func aHomeWhosePeopleHaveDifferentBestSitesNamesNone() throws {
    var result = try SampleResult.make()
    result.origins[1] = result.origins[0]
    result.origins[1].bestSite = "s2"
    #expect(result.homes.map(\.bestSite) == [nil, nil])
  }

  @Test func aWayAlongTheStraightLineIsLabelled() throws {
    let homes = try SampleResult.withModes().homes
    #expect(homes.map(\.usesStraightLine) == [false, true, false])
    #expect(try SampleResult.make().homes.map(\.usesStraightLine) == [nil, nil, nil])
  }
}
