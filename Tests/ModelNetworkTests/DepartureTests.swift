import ModelNetwork
import Testing

@Suite struct DepartureTests {
  /// The identifiers of the trips that these rows of `headways.csv` make.
  private func trips(_ rows: String) throws -> [String] {
    let text = try #require(try Example.files(headways: Example.headways(rows))["trips.txt"])
    return text.split(separator: "\n").dropFirst().map {
      String($0.split(separator: ",")[2])
    }
  }

  @Test func offsetsCountFromMidnightNotFromThePeriod() throws {
    // Minutes 430 … 479 with remainder 12 modulo 30: 432 = 07:12 and 462 = 07:42.
    #expect(try trips("M1,07:10,08:00,30,12,0") == ["M1-0-0712", "M1-0-0742"])
  }

  @Test func aPeriodMayBeginBeforeItsOffset() throws {
    // From minute 0 with remainder 5 modulo 10: 5 and 15.
    #expect(try trips("M1,00:00,00:20,10,5,0") == ["M1-0-0005", "M1-0-0015"])
  }

  @Test func aDirectionMayHaveItsOwnHeadway() throws {
    #expect(
      try trips("M1,07:00,07:20,10,0,0\nM1,07:00,07:20,20,5,1")
        == ["M1-0-0700", "M1-0-0710", "M1-1-0705"])
  }

  @Test func departuresOfUnorderedPeriodsAreSorted() throws {
    #expect(
      try trips("M1,08:00,08:10,10,0,0\nM1,07:00,07:10,10,0,0") == ["M1-0-0700", "M1-0-0800"])
  }

  @Test func halfMinutesStayUniqueInTripIdentifiers() throws {
    // Every 0.5 min from 07:00: 07:00:00 and 07:00:30.
    #expect(try trips("M1,07:00,07:01,0.5,0,0") == ["M1-0-0700", "M1-0-070030"])
  }

  @Test func timesRunBeyondMidnight() throws {
    // 24:59 + 2 min = 25:01.
    let files = try Example.files(headways: Example.headways("M1,24:59,25:00,1,0,0"))
    #expect(
      files["stop_times.txt"] == """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        M1-0-2459,24:59:00,24:59:00,A,1
        M1-0-2459,25:01:00,25:01:00,B,2

        """)
  }

  @Test func minutesAccumulateBeforeTheyAreRounded() throws {
    // 3 × 0.34 min = 61.2 s → 61 s; rounding each leg of 20.4 s would give 60 s.
    // From the other end the first leg is 61 − 41 = 20 s (40.8 s → 41 s).
    let stations = Example.stations + "C,Gamma,50.86,4.37\nD,Delta,50.87,4.38\n"
    let lines =
      "line_id,mode,short_name,long_name,color,path\nM1,metro,1,L,000000,"
      + "A 0.34 B 0.34 C 0.34 D\n"
    let files = try Example.files(
      stations: stations, lines: lines, headways: Example.headways("M1,07:00,07:01,1,0,"))
    #expect(
      files["stop_times.txt"] == """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        M1-0-0700,07:00:00,07:00:00,A,1
        M1-0-0700,07:00:20,07:00:20,B,2
        M1-0-0700,07:00:41,07:00:41,C,3
        M1-0-0700,07:01:01,07:01:01,D,4
        M1-1-0700,07:00:00,07:00:00,D,1
        M1-1-0700,07:00:20,07:00:20,C,2
        M1-1-0700,07:00:41,07:00:41,B,3
        M1-1-0700,07:01:01,07:01:01,A,4

        """)
  }
}
