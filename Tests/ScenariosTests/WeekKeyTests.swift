import ImpactModel
import TestSupport
import Testing

@testable import Scenarios

@Suite struct WeekKeyTests {
  private let files: ScenarioFolder

  init() throws { files = try ScenarioFolder() }

  private func resolve(_ more: String) throws -> Scenario {
    try files.resolve(ScenarioFolder.minimal + more)
  }

  private func mistakes(_ more: String) -> [String] {
    files.mistakes(ScenarioFolder.minimal + more)
  }

  @Test func withoutAWeekTheDaysInASpaceMakeIt() throws {
    let week = try resolve("policy: {site_days_per_week: {value: 2, source: Survey}}\n").week
    let plan = week.plan(0)
    #expect(plan.base == DayCounts(office: 5))
    #expect(plan.policy == DayCounts(office: 3, space: 2))
    #expect(week.groups[0].space.source == "Survey")
    #expect(week.officeCap == nil)
  }

  @Test func aWeekSaysWhereEveryDayIs() throws {
    let scenario = try resolve(
      """
      week:
        base: {office: 4, home: 1}
        policy: {office: 1, space: {value: 2, source: A plan}}
        task_days: 1
        task_weekdays: {tue: 1, thu: 1}
        office_weekdays: {mon: 1, tue: 2, wed: 1, thu: 2, fri: 1, source: A survey}
        office_cap: 0.2
        over_cap: home
        without_seat: home

      """)
    let plan = scenario.week.plan(0)
    #expect(plan.base == DayCounts(office: 4, home: 1))
    // Five days in all: what is neither in the office nor in a space is at home.
    #expect(plan.policy == DayCounts(office: 1, space: 2, home: 2))
    #expect(plan.taskDays == 1)
    #expect(plan.taskWeights == [0, 1, 0, 1, 0, 0, 0])
    #expect(plan.officeWeights == [1, 2, 1, 2, 1, 0, 0])
    #expect(scenario.week.officeWeekdaysSource == "A survey")
    #expect(scenario.week.officeCap?.value == 0.2)
    #expect(scenario.week.movesDaysOverCap == false)
    #expect(scenario.week.withoutSeat == .home)
    #expect(scenario.policy.siteDaysPerWeek.value == 2)
  }

  @Test func officeDaysAreWhatSpacesAndHomeLeave() throws {
    let plan = try resolve("week: {policy: {space: 1, home: 2}}\n").week.plan(0)
    #expect(plan.policy == DayCounts(office: 2, space: 1, home: 2))
  }

  @Test func daysAtHomeStayWhereThePolicySaysNothingOfThem() throws {
    // A week like the base is no change.
    let same = try resolve("week: {base: {office: 3, home: 2}}\n").week.plan(0)
    #expect(same.policy == same.base)
    let space = try resolve("week: {base: {office: 3, home: 2}, policy: {space: 1}}\n").week.plan(0)
    #expect(space.policy == DayCounts(office: 2, space: 1, home: 2))
  }

  @Test func anEmployeeHasNoMoreOfficeDaysThanTheBase() throws {
    try files.folder.write("employees.csv", "id,postcode,days\ne1,3000,4\ne2,3000,3\n")
    #expect(
      files.mistakes(ScenarioFolder.employees + "week: {base: {office: 3, home: 2}}\n")
        == ["employees.csv:2 invalid_number days"])
  }

  @Test func whoWorksFewerDaysHasThePolicyInProportion() throws {
    let week = try resolve("week: {policy: {space: 1, home: 2}}\n").week
    // Half of the base's five days: half of everything.
    let plan = week.plan(0, officeDays: 2.5)
    #expect(plan.base == DayCounts(office: 2.5))
    #expect(plan.policy == DayCounts(office: 1, space: 0.5, home: 1))
  }

  @Test func groupsHaveSharesAndWeeks() throws {
    let week = try resolve(
      """
      week:
        groups:
          - {name: tasks, share: 0.25, policy: {office: 5}}
          - {name: free, share: 0.75, policy: {space: 2}}

      """
    ).week
    #expect(week.groups.map(\.name) == ["tasks", "free"])
    #expect(week.plan(1).policy == DayCounts(office: 3, space: 2))
    #expect(week.siteDays.value == 1.5)
  }

  @Test func everyMistakeOfAWeekIsNamedAtOnce() {
    #expect(
      mistakes(
        """
        policy: {site_days_per_week: 1, participation: 1.2}
        week:
          groups:
            - {name: a, share: 0.5, base: {office: 5, home: 3}, policy: {office: 8}}
            - {name: a, share: 0.4, policy: {office: 4, space: 2}}
            - {name: c, share: 1.5, policy: {office: -1}}
          office_cap: 20
          over_cap: never
          without_seat: park

        """) == [
          "scenario.yaml:11 value_out_of_range policy.participation",
          "scenario.yaml:14 value_out_of_range week.groups[0].policy.office",
          "scenario.yaml:14 week_too_long week.groups[0].base",
          "scenario.yaml:15 duplicated_group week.groups[1]",
          "scenario.yaml:15 different_weeks week.groups[1].policy",
          "scenario.yaml:16 value_out_of_range week.groups[2].policy.office",
          "scenario.yaml:16 value_out_of_range week.groups[2].share",
          "scenario.yaml:17 value_out_of_range week.office_cap",
          "scenario.yaml:18 invalid_value week.over_cap",
          "scenario.yaml:19 invalid_value week.without_seat",
          "scenario.yaml:14 shares_not_one week.groups",
          "scenario.yaml:13 unclear_week week",
        ])
  }

  @Test func daysNeedWeekdaysThatCanHoldThem() {
    #expect(
      mistakes("week: {policy: {office: 3, space: 2}, space_weekdays: {mon: 1}}\n").first
        == "scenario.yaml:11 no_room_in_week week.all.policy.space")
    #expect(
      mistakes("week: {office_weekdays: {mon: 0}}\n")
        == ["scenario.yaml:11 no_weekday week.office_weekdays"])
  }

  @Test func choicesAndTheirTargets() throws {
    let choice = try resolve(
      """
      choice:
        modes: logit
        sites: logit
        car_share: 0.8
        targets: {train: {value: 0.34, source: Federal survey 2017}, car: 0.36}

      """
    ).choice
    #expect(choice.modes == .logit)
    #expect(choice.sites == .logit)
    #expect(choice.carShare.value == 0.8)
    #expect(choice.targets[.train] == SourcedNumber(0.34, source: "Federal survey 2017"))
    #expect(
      mistakes("choice: {modes: logit, targets: {train: 0.7, car: 0.6}}\n")
        == ["scenario.yaml:11 shares_over_one choice.targets"])
    #expect(
      mistakes("choice: {targets: {train: 0.7}}\n")
        == ["scenario.yaml:11 unused_targets choice.targets"])
  }

  @Test func badInputOfEveryKindIsReportedAtOnce() throws {
    try files.folder.write(
      "sites.csv",
      "id,lat,lon,desks,opening_hours\na,50.9,4.4,-20,Mo-Fr 08:00-18:00\nb,50.8,4.3,5,never\n")
    try files.folder.write("employees.csv", "id,postcode,operator,days\ne1,3000,,8\n")
    #expect(
      files.mistakes(
        ScenarioFolder.employees + """
          policy: {participation: 1.5}
          week: {base: {office: 5, home: 3}}
          choice: {targets: {car: 140}}
          parameters: {car_occupancy: 0, spending_eur_per_office_day: {value: 5, low: 6}}
          uncertainty: {draws: -1}

          """) == [
          "sites.csv:2 invalid_number desks", "sites.csv:3 invalid_opening_hours opening_hours",
          "scenario.yaml:10 value_out_of_range policy.participation",
          "scenario.yaml:11 week_too_long week.base",
          "scenario.yaml:12 value_out_of_range choice.targets.car",
          "scenario.yaml:12 unused_targets choice.targets",
          "employees.csv:2 invalid_number days",
          "scenario.yaml:13 value_out_of_range parameters.car_occupancy",
          "scenario.yaml:13 range_without_value parameters.spending_eur_per_office_day",
          "scenario.yaml:14 invalid_value uncertainty.draws",
        ])
  }

  @Test func aSiteThatIsNotThereIsNamedWithTheOthers() {
    let text = ScenarioFolder.minimal.replacing(
      "file: sites.csv", with: "file: sites.csv\n  close: [nowhere]\n  operators: [Nobody]")
    let found = files.mistakes(text + "policy: {participation: 1.5}\n")
    #expect(found.contains { $0.hasSuffix("unknown_operator sites.operators") })
    #expect(found.contains { $0.hasPrefix("scenario.yaml:11 unknown_site") })
    #expect(found.contains { $0.hasSuffix("policy.participation") })
  }
}
