/** 评议（会议）记录 — a form to be filled in by hand at the village's own meeting. */
export function MeetingRecordSheet({ subject }: { readonly subject: string }) {
  return (
    <div className="meeting">
      <p>
        时间 <Blank widthMm={50} />
        　地点 <Blank widthMm={70} />
      </p>
      <p>
        主持人 <Blank widthMm={46} />
        　记录人 <Blank widthMm={62} />
      </p>
      <p>
        应到 <Blank widthMm={20} /> 人　实到 <Blank widthMm={20} /> 人　列席 <Blank widthMm={62} />
      </p>
      <p>
        议题　<span className="subject">{subject}</span>
      </p>
      <Lines label="评议（讨论）情况" count={9} />
      <Lines label="结论" count={3} />
      <p>
        表决：同意 <Blank widthMm={18} /> 人　不同意 <Blank widthMm={18} /> 人　弃权 <Blank widthMm={18} /> 人
      </p>
      <p>到会人员签字（手印）：</p>
      <table>
        <tbody>
          {Array.from({ length: 4 }, (_, row) => (
            <tr key={row} style={{ height: '9mm' }}>
              {Array.from({ length: 6 }, (_, column) => (
                <td key={column} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Blank({ widthMm }: { readonly widthMm: number }) {
  return (
    <span className="blank" style={{ width: `${widthMm}mm` }}>
      &nbsp;
    </span>
  )
}

function Lines({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <>
      <p>{label}：</p>
      {Array.from({ length: count }, (_, line) => (
        <p key={line}>
          <Blank widthMm={170} />
        </p>
      ))}
    </>
  )
}

export const meetingStyle = `
.meeting p { margin: 0; height: 9mm; font-size: 11pt; line-height: 9mm; white-space: nowrap; overflow: hidden }
`
