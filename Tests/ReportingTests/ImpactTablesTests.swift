import Testing

@testable import Impact
@testable import ImpactModel
@testable import Reporting

@Suite struct ImpactTablesTests {
  private static let names = [
    "impact.csv", "week.csv", "quarters.csv", "site_use.csv", "incomes.csv", "distribution.csv",
    "mode_shares.csv", "tornado.csv", "site_ranks.csv",
  ]

  private func lines(_ name: String, _ result: RunResult) -> [String] {
    RunTables.files(result).first { $0.name == name }?.text
      .split(separator: "\n").map(String.init) ?? []
  }

  @Test func areThereWithAnImpactOnlyAndInTheDictionary() throws {
    let with = try SampleResult.withImpact()
    let names = Set(RunTables.files(with).map(\.name))
    #expect(names.isSuperset(of: Self.names))
    let without = Set(RunTables.files(try SampleResult.make()).map(\.name))
    #expect(without.isDisjoint(with: Self.names))
    let dictionary = lines("columns.csv", with)
    for name in Self.names {
      let header = try #require(lines(name, with).first).split(separator: ",")
      let entries = dictionary.filter { $0.hasPrefix(name + ",") }
      #expect(entries.map { $0.split(separator: ",")[1] } == header, "\(name)")
    }
    for line in lines("columns.csv", try SampleResult.make()) {
      #expect(!Self.names.contains { line.hasPrefix($0) })
    }
  }

  @Test func everyFieldOfTheEffectsIsAFigureOfItsOwn() {
    // Visits to clients are one field and four figures.
    let count = Mirror(reflecting: Effects()).children.count + 3
    #expect(EffectFigure.all.count == count)
    #expect(Set(EffectFigure.all.map(\.name)).count == count)
    // A figure reads the same field as the headline of its name.
    for headline in Effects.headlines {
      var effects = Effects()
      effects.clientDays = ClientDayEffect(minutesSavedPerVisit: 7)
      let figure = EffectFigure.all.first { $0.name == headline.name }
      #expect(figure?.unit == headline.unit, "\(headline.name)")
      if let path = headline.value as? WritableKeyPath<Effects, Double> {
        effects[keyPath: path] = 7
      }
      #expect(figure?.value(effects) == 7, "\(headline.name)")
    }
  }

  @Test func impactHasValueWithoutSeatLimitsAndInterval() throws {
    let rows = lines("impact.csv", try SampleResult.withImpact())
    #expect(
      rows.contains {
        $0.hasPrefix(
          "hours_saved,hours a year,12000.0000,15000.0000,9000.0000,12000.0000,18000.0000,")
      })
    // No draw is asked for what money is saved.
    #expect(rows.contains { $0.hasPrefix("money_saved,euro a year,0.0000,0.0000,,,,") })
    #expect(rows.contains { $0.hasPrefix("client_visits_shorter,share,0.4000,0.4000,,,,") })
    #expect(rows.contains { $0.hasPrefix("benefit_logsum,euro a year,65000.0000,65000.0000,,,,") })
  }

  @Test func withoutVisitsToClientsTheirFiguresAreEmpty() throws {
    var result = try SampleResult.withImpact()
    result.impact?.effects.clientDays = nil
    result.impact?.effectsWithoutSeatLimits = nil
    let rows = lines("impact.csv", result).filter { $0.hasPrefix("client_") }
    #expect(rows.count == 4)
    #expect(rows.allSatisfy { $0.contains(",,,,,") })
  }

  @Test func whatLeavesTheQuartersIsWhatTheEffectsSay() throws {
    let result = try SampleResult.withImpact()
    let rows = lines("quarters.csv", result)
    // 300 days a week leave, 10 € each, 44 weeks; 200 arrive with 0.7 × 10 €.
    #expect(
      rows[1] == "Centre,1500.0000,1200.0000,300.0000,13200.00,0.0000,0.00,300.0000,13200.00,"
        + "3000.00,132000.00,0.00,0.00")
    #expect(
      rows[2] == "Edge,0.0000,0.0000,0.0000,0.00,200.0000,8800.00,-200.0000,-8800.00,0.00,0.00,"
        + "1400.00,61600.00")
    let effects = try #require(result.impact?.effects)
    #expect(effects.officeDaysLeavingPerYear == 13_200)
    #expect(effects.spendingLeavingEuroPerYear == 132_000)
    // The rest of what arrives does so near the 100 homes: 100 × 44 × 7 €.
    #expect(effects.spendingArrivingEuroPerYear == 61_600 + 30_800)
  }

  @Test func spendingIsEmptyWhereTheResultDoesNotSayWhatADaySpends() throws {
    var result = try SampleResult.withImpact()
    result.scenario.parameters.removeAll { $0.name.hasPrefix("parameters.spending") }
    #expect(lines("quarters.csv", result)[1].hasSuffix(",300.0000,13200.00,,,,"))
  }

  @Test func seatsWeekSharesTornadoAndRanks() throws {
    let result = try SampleResult.withImpact()
    #expect(lines("site_use.csv", result)[1] == "s1,50.0,200.0000,0.8000,31.5")
    #expect(lines("site_use.csv", result)[2] == "s2,,0.0000,,0.0")
    #expect(
      lines("week.csv", result)[2]
        == "tue,300.0000,240.0000,40.0000,0.0000,20.0000,7.0000")
    #expect(
      lines("mode_shares.csv", result)[3]
        == "main mode,train,,,0.3450,0.3400,0.3450,0.5000,-1.2500")
    #expect(lines("mode_shares.csv", result)[4] == "main mode,car,,,0.6550,,,,")
    #expect(
      lines("tornado.csv", result)[1]
        == "m2_per_seat,m² a seat,6.9000,14.4000,hours_saved,hours a year,12000.0000,13500.0000,"
        + "9000.0000,assumption")
    #expect(lines("tornado.csv", result).count == 1 + 2 * Effects.headlines.count)
    #expect(lines("site_ranks.csv", result)[1] == "s1,1,14000.0,0.6100,0.8700,1,5")
    #expect(lines("incomes.csv", result)[1] == "1,300.0000,17250,900.0,4.09,400.00")
    #expect(lines("distribution.csv", result)[2] == "palma,number,0.5000,")
  }

  @Test func disarmsFormulas() throws {
    var result = try SampleResult.withImpact(site: "=1+1", quarter: "=1+1")
    result.uncertainty?.tornado[0].parameter = "@SUM(1)"
    result.uncertainty?.tornado[0].source = "+1+cmd"
    result.impact?.modes[0].mode = "-2+3"
    #expect(lines("quarters.csv", result)[1].hasPrefix("'=1+1,"))
    #expect(lines("site_use.csv", result)[1].hasPrefix("'=1+1,"))
    #expect(lines("site_ranks.csv", result)[1].hasPrefix("'=1+1,"))
    #expect(lines("tornado.csv", result)[1].hasPrefix("'@SUM(1),"))
    #expect(lines("tornado.csv", result)[1].hasSuffix(",'+1+cmd"))
    #expect(lines("mode_shares.csv", result)[1].hasPrefix("mode,'-2+3,"))
  }

  @Test func parametersHaveTheirRange() throws {
    let rows = lines("parameters.csv", try SampleResult.withImpact())
    #expect(rows[0] == "name,value,unit,low,high,source")
    #expect(rows.contains("parameters.spending_eur_per_office_day,10,unit,5,15,assumption"))
    #expect(rows.contains("policy.participation,0.5,share,,,assumption"))
  }
}
