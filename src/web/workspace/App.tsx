import { Outlet, useRouterState } from '@tanstack/react-router';
import { SignIn } from './access/SignIn';
import { useSession } from './access/session';
import { LiveLine } from './live/LiveLine';
import { ServerAway } from './shell/ServerAway';
import { Shell } from './shell/Shell';

/** Who is not signed in sees the sign-in page at the address he asked for; a one-time link needs no session. */
export function App() {
  const onLink = useRouterState({ select: state => state.location.pathname.startsWith('/link/') });
  const onWall = useRouterState({ select: state => state.location.pathname === '/floor/tv' });
  const session = useSession(!onLink);

  if (onLink) return <Outlet />;
  if (session.isPending) return null;
  if (session.isError) return <ServerAway retry={() => session.refetch()} />;
  if (session.data === null) return <SignIn />;
  if (onWall)
    return (
      <LiveLine session={session.data}>
        <Outlet />
      </LiveLine>
    );
  return (
    <Shell session={session.data}>
      <Outlet />
    </Shell>
  );
}
