public import ImpactModel
import Scenarios

extension RunResult {
  /// What the week of the policy does, both sides of it: the model of weeks, seats and choices over
  /// the travel times. Days are person-days.
  public struct Impact: Codable, Sendable {
    public var effects: Effects
    /// The same if every space had room for all; `nil` where seats limit nothing.
    public var effectsWithoutSeatLimits: Effects?
    public var calibration: CalibrationResult?
    /// Of commutes to offices and spaces in a week, by mode in the order of the scenario.
    public var modes: [ModeDays]
    /// Of the base's commutes, by the main mode that a survey would name.
    public var mainModes: [MainModeShare]
    public var weekdays: [WeekdayUse]
    /// Most days leaving first.
    public var quarters: [QuarterDays]
    /// In the order of the scenario's sites.
    public var sites: [SiteUse]
    public var distribution: Distribution
    /// By fifths of the population of municipalities by income; empty without incomes.
    public var incomes: [IncomeClass]

    /// Whether anybody drives, before or after; else the figures of cars are not results but absent.
    public var hasDrivers: Bool {
      modes.contains { mode in
        CommuteMode(rawValue: mode.mode)?.usesCar == true
          && mode.baseDaysPerWeek + mode.daysPerWeek > 0
      }
    }
  }

  public struct CalibrationResult: Codable, Sendable, Equatable {
    /// Whether the targets are met; else why not.
    public var isMet: Bool
    public var problem: String?
    public var modes: [Mode]

    public struct Mode: Codable, Sendable, Equatable {
      public var name: String
      /// Shares of 1.
      public var share: Double
      public var target: Double?
      public var residualPoints: Double?
      public var constantEuro: Double
    }
  }

  public struct ModeDays: Codable, Sendable, Equatable {
    public var mode: String
    public var baseDaysPerWeek: Double
    public var daysPerWeek: Double
  }

  public struct MainModeShare: Codable, Sendable, Equatable {
    public var name: String
    /// Share of 1 of the commutes to offices.
    public var baseShare: Double
  }

  public struct WeekdayUse: Codable, Sendable, Equatable {
    /// `mon` to `sun`.
    public var weekday: String
    public var baseOfficeDays: Double
    public var officeDays: Double
    public var siteDays: Double
    public var baseHomeDays: Double
    public var homeDays: Double
    public var unseatedDays: Double
  }

  public struct SiteUse: Codable, Sendable, Equatable {
    public var id: String
    /// On an open weekday; `nil` is not limited.
    public var seatsPerDay: Double?
    public var daysPerWeek: Double
    /// Of the seats of its open weekdays, 0 to 1; `nil` where they are not limited.
    public var occupancy: Double?
    /// Hours a year that one more seat would save.
    public var hoursPerYearOfOneMoreSeat: Double
  }

  /// Commuting of one person in a week, over people.
  public struct Distribution: Codable, Sendable, Equatable {
    public var baseGini: Double?
    public var gini: Double?
    public var basePalma: Double?
    public var palma: Double?
    /// Minutes saved in a week, at the percentiles 10, 25, 50, 75, 90 of people.
    public var savedMinutesPercentiles: [Double]
    /// Saved or lost more than so many minutes a week.
    public var winnersOver0: Double
    public var winnersOver30: Double
    public var winnersOver60: Double
    public var losersOver0: Double
  }

  public struct IncomeClass: Codable, Sendable, Equatable {
    /// 1 is the lowest fifth.
    public var fifth: Int
    public var people: Double
    public var meanIncomeEuro: Double
    public var hoursSavedPerYear: Double
    /// Minutes a person saves in a week, in the mean.
    public var savedMinutesPerWeek: Double
    public var baseMinutesPerWeek: Double
  }
}
