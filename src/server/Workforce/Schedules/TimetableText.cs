using System.Globalization;
using System.Text;
using Centrala.Core.Workforce.Schedules;
using Centrala.Core.Workforce.Schedules.Timetables;

namespace Centrala.Server.Workforce.Schedules;

/// <summary>Everybody's shifts with their breaks and trainings, a row each.</summary>
static class TimetableText
{
    public static string Csv(WorkPlan plan, Roster roster, Timetable timetable)
    {
        var text = new StringBuilder("person,date,shift,activity,from,to\n");
        var activities = timetable.Activities.ToLookup(one => (one.Employee, one.Day));
        for (var employee = 0; employee < roster.Staff; employee++)
            for (var day = 0; day < roster.Days; day++)
            {
                if (roster[employee, day] == Roster.Off) continue;
                var shift = plan.Templates[roster[employee, day]];
                var (from, to) = (shift.StartMinute / plan.StepMinutes, shift.EndMinute / plan.StepMinutes);
                Row(employee, day, shift, "shift", from, to);
                foreach (var one in activities[(employee, day)]) Row(employee, day, shift, one.Name, one.From, one.To);
            }
        return text.ToString();

        void Row(int employee, int day, ShiftTemplate shift, string activity, int from, int to) => text
            .Append(plan.Problem.Staff[employee].Id).Append(',')
            .Append(plan.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).Append(',')
            .Append(shift.Id).Append(',').Append(activity).Append(',')
            .Append(plan.ClockTime(from)).Append(',').Append(plan.ClockTime(to)).Append('\n');
    }
}
